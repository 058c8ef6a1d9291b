// The automation port must not quieten the browser.
user_pref("remote.prefs.recommended", false);
user_pref("marionette.port", 2828);
// What a browser does now and then has to happen within the minutes of a phase.
user_pref("app.update.timerFirstInterval", 10000);
user_pref("app.update.timerMinimumDelay", 10);
user_pref("services.settings.poll_interval", 20);
user_pref("services.settings.last_update_seconds", 1);
user_pref("network.captive-portal-service.enabled", true);
user_pref("network.captive-portal-service.minInterval", 15000);
user_pref("network.captive-portal-service.maxInterval", 20000);
user_pref("network.connectivity-service.enabled", true);
user_pref("browser.safebrowsing.provider.google4.nextupdatetime", "1");
user_pref("browser.safebrowsing.provider.google4.updateURL", "https://safebrowsing.googleapis.com/v4/threatListUpdates:fetch?$ct=application/x-protobuf&key=lab&$httpMethod=POST");
user_pref("browser.safebrowsing.provider.google5.nextupdatetime", "1");
user_pref("browser.safebrowsing.provider.mozilla.nextupdatetime", "1");
user_pref("media.gmp-manager.lastCheck", 1);
user_pref("media.gmp-manager.secondsBetweenChecks", 20);
user_pref("media.gmp-manager.cert.requireBuiltIn", false);
user_pref("extensions.update.interval", 20);
user_pref("extensions.systemAddon.update.enabled", true);
user_pref("toolkit.telemetry.initDelay", 5);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("datareporting.healthreport.uploadEnabled", true);
user_pref("browser.region.update.enabled", true);
user_pref("browser.region.update.interval", 20);
user_pref("dom.push.alwaysConnect", true);
// Answers live as long as they say, which in this world is seconds.
user_pref("network.dnsCacheExpiration", 5);
user_pref("network.dnsCacheExpirationGracePeriod", 0);
// Nobody is there to answer questions.
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
