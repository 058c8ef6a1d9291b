namespace Kansatsu.App.Exporting;

/// <summary>Takes what was found in the second reading, in the order in which it is complete.</summary>
interface IContentSink
{
    void Dns(DnsMessageSeen message);

    void Tls(TlsGreetingSeen greeting);

    void Http(HttpExchangeSeen exchange);

    void Anomaly(AnomalyAt anomaly);
}
