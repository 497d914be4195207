namespace Azygos.Reports.Figures;

/// <summary>Words of a drawing, which breaks no lines by itself.</summary>
internal static class Wording
{
    /// <summary>Breaks words into lines of at most so many letters.</summary>
    public static string[] Wrap(string text, int most)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }
            line += (line.Length > 0 ? " " : "") + word;
        }
        lines.Add(line);
        return [.. lines];
    }
}
