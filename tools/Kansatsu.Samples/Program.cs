using Kansatsu.Samples;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Kansatsu.Samples -- FOLDER    (writes 2008-06-14-eew.pcapng there)");
    return 2;
}

File.WriteAllBytes(Path.Combine(folder, Eew2008.FileName), Eew2008.Capture());
return 0;
