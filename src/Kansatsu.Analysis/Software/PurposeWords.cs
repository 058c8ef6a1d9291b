namespace Kansatsu.Analysis;

/// <summary>The purposes of the software catalogue in Japanese.</summary>
public static class PurposeWords
{
    /// <returns>Null for a purpose that has no word yet; a test finds those of the catalogue.</returns>
    public static string? Japanese(string purpose) => purpose switch
    {
        "update" => "更新",
        "packages" => "パッケージの取得",
        "telemetry" => "利用状況の送信",
        "crash-reports" => "クラッシュ報告",
        "p2p" => "P2P",
        "time" => "時刻合わせ",
        "revocation" => "証明書の失効確認",
        "iot" => "機器の通信",
        "connectivity-check" => "接続の確認",
        "chat" => "メッセージ",
        "login" => "ログイン",
        "component-download" => "部品の取得",
        "cloud" => "クラウド",
        "remote-settings" => "遠隔設定の取得",
        "push" => "プッシュ通知",
        "mail" => "メール",
        "location" => "位置の確認",
        "ads-suggestions" => "広告やおすすめ",
        "media" => "メディア",
        "resolver" => "名前解決",
        "antivirus" => "ウイルス対策",
        "sync" => "同期",
        "vpn" => "VPN",
        "monitoring" => "監視",
        "ipv6-probe" => "IPv6 の確認",
        "safe-browsing" => "セーフブラウジングの更新",
        "fonts-scripts" => "フォントやスクリプトの取得",
        "gaming" => "ゲーム",
        "backup" => "バックアップ",
        "search" => "検索",
        _ => null,
    };
}
