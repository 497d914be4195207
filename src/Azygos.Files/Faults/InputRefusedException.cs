namespace Azygos.Files.Faults;

/// <summary>An input that was refused, with all its faults; nothing was run and nothing written.</summary>
public sealed class InputRefusedException : Exception
{
    /// <summary>Refuses an input.</summary>
    /// <param name="faults">Everything that is wrong with it.</param>
    public InputRefusedException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>Refuses an input for one fault.</summary>
    public InputRefusedException(Fault fault) : this([fault])
    {
    }

    /// <summary>Everything that is wrong with the input.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
