using Azygos.Files.Faults;

namespace Azygos.Files.Overrides;

/// <summary>A number to be replaced, as a person wrote it.</summary>
/// <param name="Path">Parameter path, or TABLE.ROW.COLUMN.</param>
/// <param name="Value">The value, with or without unit.</param>
/// <param name="File">Case file, or <c>--set</c>.</param>
/// <param name="Line">Line of the case file, or null.</param>
public sealed record Override(string Path, string Value, string File, int? Line)
{
    /// <summary>Name of the option, in faults.</summary>
    public const string Option = "--set";

    /// <summary>Reads <c>path=value</c> of the command line; null with a fault when it has another shape.</summary>
    /// <param name="text">The option's argument.</param>
    /// <param name="faults">Where faults go.</param>
    public static Override? Parse(string text, FaultList faults)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && at < text.Length - 1)
        {
            return new Override(text[..at].Trim(), text[(at + 1)..].Trim(), Option, null);
        }
        faults.Add(Option, null, "", "", $"'{text}' is not path=value, such as heart.rate_per_min=80");
        return null;
    }
}
