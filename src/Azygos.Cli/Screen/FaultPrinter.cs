using Azygos.Files.Faults;

namespace Azygos.Cli.Screen;

/// <summary>Prints faults, one a line.</summary>
internal static class FaultPrinter
{
    /// <summary>Prints all faults and their number.</summary>
    public static void Print(IReadOnlyList<Fault> faults, TextWriter writer)
    {
        foreach (Fault fault in faults)
        {
            writer.WriteLine(fault);
        }
        string count = faults.Count == 1 ? "1 fault" : $"{faults.Count} faults";
        writer.WriteLine($"Refused: {count}; nothing was run and nothing written.");
    }
}
