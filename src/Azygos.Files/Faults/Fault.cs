using System.Globalization;
using System.Text;

namespace Azygos.Files.Faults;

/// <summary>One thing wrong with an input: where it stands, which key, which value, and what would be right.</summary>
/// <param name="File">File as the user named it, or the option, such as <c>--set</c>.</param>
/// <param name="Line">Line of the file, from 1; null where the fault is the file's or an option's.</param>
/// <param name="Key">Column, key or path; empty where the fault is a whole line's or file's.</param>
/// <param name="Value">The value as written; empty where there is none.</param>
/// <param name="Message">What is wrong, with unit and allowed range where there is one.</param>
public sealed record Fault(string File, int? Line, string Key, string Value, string Message)
{
    /// <summary>Longest value printed [characters]; chosen so that a fault stays on one or two lines.</summary>
    private const int LongestValue = 60;

    /// <summary>The fault on one line, <c>file:line: key = value: message</c>, leaving out what is empty.</summary>
    public override string ToString()
    {
        StringBuilder text = new(File);
        if (Line is { } line)
        {
            text.Append(':').Append(line.ToString(CultureInfo.InvariantCulture));
        }
        text.Append(": ");
        if (Key.Length > 0)
        {
            text.Append(Printable(Key));
            if (Value.Length > 0)
            {
                text.Append(" = ").Append(Printable(Value));
            }
            text.Append(": ");
        }
        return text.Append(Printable(Message, longest: int.MaxValue)).ToString();
    }

    /// <summary>
    /// Text without control characters, so that a broken file cannot break the screen it is printed on.
    /// </summary>
    private static string Printable(string text, int longest = LongestValue)
    {
        StringBuilder printable = new();
        foreach (char c in text)
        {
            if (printable.Length >= longest)
            {
                return printable.Append('…').ToString();
            }
            printable.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c);
        }
        return printable.ToString();
    }
}
