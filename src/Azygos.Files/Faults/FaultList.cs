using System.Diagnostics.CodeAnalysis;

namespace Azygos.Files.Faults;

/// <summary>Collects every fault of an input, so that a person mends them in one go.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A list of faults, handed out through Found.")]
public sealed class FaultList
{
    private readonly List<Fault> faults = [];

    /// <summary>True when something is wrong.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Faults so far.</summary>
    public int Count => faults.Count;

    /// <summary>The faults, files in the order in which they were read, lines rising within a file.</summary>
    public IReadOnlyList<Fault> Found
    {
        get
        {
            List<string> files = [.. faults.Select(fault => fault.File).Distinct()];
            return [.. faults.OrderBy(fault => files.IndexOf(fault.File)).ThenBy(fault => fault.Line ?? 0)];
        }
    }

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault) => faults.Add(fault);

    /// <summary>Adds a fault from its parts.</summary>
    /// <param name="file">File or option.</param>
    /// <param name="line">Line, from 1, or null.</param>
    /// <param name="key">Column, key or path, or empty.</param>
    /// <param name="value">Value as written, or empty.</param>
    /// <param name="message">What is wrong.</param>
    public void Add(string file, int? line, string key, string value, string message) =>
        faults.Add(new Fault(file, line, key, value, message));

    /// <summary>Throws all faults together when there are any.</summary>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InputRefusedException(Found);
        }
    }
}
