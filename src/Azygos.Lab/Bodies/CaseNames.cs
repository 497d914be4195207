using Azygos.Lab.Replies;

namespace Azygos.Lab.Bodies;

/// <summary>Names that people give to cases and runs: shown, and never a path.</summary>
internal static class CaseNames
{
    /// <summary>Longest name [bytes]; chosen, one line of a list.</summary>
    private const int Longest = 120;

    /// <summary>The name in a request, or another where none is given.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="otherwise">Name where none is given.</param>
    /// <param name="key">Key that gives it.</param>
    public static string Read(Asked asked, string otherwise, string key = "name")
    {
        if (asked.Text(key, Longest) is not { } name) return otherwise;
        if (name.Trim().Length == 0) asked.Refuse(key, name, "is empty");
        // Slashes would read as folders in messages that begin with a file's name.
        else if (name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\'))
            asked.Refuse(key, name, "may hold no slashes and no control characters");
        return name.Trim();
    }
}
