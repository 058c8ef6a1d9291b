using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Tls;

public class TlsHandshakeTypesTests
{
    [Fact]
    public void Those_with_a_name_are_known_and_no_others()
    {
        for (var type = 0; type <= byte.MaxValue; type++)
            Assert.Equal(Enum.IsDefined((TlsHandshakeType)type), TlsHandshakeTypes.IsKnown((TlsHandshakeType)type));
    }
}
