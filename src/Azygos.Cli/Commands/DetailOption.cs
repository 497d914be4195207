using System.CommandLine;
using Azygos.Body.Anatomy;
using Azygos.Files.Cases;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary>The option <c>--detail</c>.</summary>
internal static class DetailOption
{
    /// <summary>The option of a command.</summary>
    public static Option<string?> Create() => new("--detail")
    {
        HelpName = "core|full",
        Description = "Level of detail of the anatomy: core (vessels of tier 1, the default) or full (all vessels).",
    };

    /// <summary>The level asked for; null when none is, or with a fault when there is no such level.</summary>
    public static AnatomicalDetail? Read(string? text, FaultList faults)
    {
        if (text is null)
        {
            return null;
        }
        if (DetailWords.TryRead(text, out AnatomicalDetail detail, out string reason))
        {
            return detail;
        }
        faults.Add("--detail", null, "", "", $"'{text}' {reason}");
        return null;
    }
}
