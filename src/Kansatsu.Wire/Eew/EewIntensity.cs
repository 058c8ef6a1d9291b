namespace Kansatsu.Wire;

/// <summary>Classes of forecast seismic intensity, JMA's scale: 01 to 04, 5-, 5+, 6-, 6+, 07.</summary>
public static class EewIntensity
{
    public const string Unset = "//";

    /// <summary>Tenths of instrumental intensity at which the class begins; -1 for what is no class.</summary>
    public static int From(string code) => code switch
    {
        "01" => 5,
        "02" => 15,
        "03" => 25,
        "04" => 35,
        "5-" => 45,
        "5+" => 50,
        "6-" => 55,
        "6+" => 60,
        "07" => 65,
        _ => -1,
    };

    /// <summary>Tenths at which the next class begins; -1 for what is no class.</summary>
    public static int To(string code) => code switch
    {
        "01" => 15,
        "02" => 25,
        "03" => 35,
        "04" => 45,
        "5-" => 50,
        "5+" => 55,
        "6-" => 60,
        "6+" => 65,
        "07" => 75,
        _ => -1,
    };

    public static bool IsKnown(string code) => From(code) >= 0;

    /// <summary>3, 5-, 6+: as people write it.</summary>
    public static string Short(string code) => code.Length == 2 && code[0] == '0' ? code[1..] : code;
}
