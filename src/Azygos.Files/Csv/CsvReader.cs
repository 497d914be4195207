using System.Globalization;
using System.Text;
using Azygos.Files.Faults;

namespace Azygos.Files.Csv;

/// <summary>Reads CSV strictly by RFC 4180 and keeps line numbers.</summary>
/// <remarks>
/// Fields are separated by commas; a field in double quotes may hold commas, line ends and doubled quotes; a line ends
/// with LF or CRLF. Stricter than the RFC in one point: the last line must end too, because a file that was cut off
/// shows nowhere else.
/// </remarks>
public static class CsvReader
{
    /// <summary>All records of a file, the header first; what is malformed becomes a fault and is left out.</summary>
    /// <param name="bytes">The file, UTF-8, with or without byte order mark.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyList<CsvRecord> Read(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        if (Utf8Text.Read(bytes, file, faults) is not { } text)
        {
            return [];
        }
        Scanner scanner = new(text, file, faults);
        return scanner.Records();
    }

    /// <summary>One pass over the characters.</summary>
    private sealed class Scanner(string text, string file, FaultList faults)
    {
        private int at;
        private int line = 1;

        private bool AtEnd => at >= text.Length;

        private bool AtLineEnd => AtEnd || text[at] == '\n'
            || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

        public List<CsvRecord> Records()
        {
            List<CsvRecord> records = [];
            while (!AtEnd)
            {
                int first = line;
                if (Record(first) is { } fields)
                {
                    records.Add(new CsvRecord(first, fields));
                }
            }
            return records;
        }

        /// <summary>The fields of the record here, or null when it is malformed; moves to the next line.</summary>
        private List<string>? Record(int first)
        {
            if (AtLineEnd)
            {
                EndLine();
                faults.Add(file, first, "", "", "is a blank line; remove it");
                return null;
            }
            List<string> fields = [];
            bool sound = true;
            while (true)
            {
                sound &= !AtEnd && text[at] == '"' ? QuotedField(fields) : PlainField(fields);
                if (!AtEnd && text[at] == ',')
                {
                    at++;
                    continue;
                }
                break;
            }
            if (AtEnd && sound)
            {
                faults.Add(file, line, "", "", "has no line end: the file seems to be cut off here");
                return null;
            }
            EndLine();
            return sound ? fields : null;
        }

        private bool PlainField(List<string> fields)
        {
            int start = at;
            bool sound = true;
            while (!AtLineEnd && text[at] != ',')
            {
                if (text[at] == '"')
                {
                    sound &= Refuse(
                        "has a quote inside a field without quotes; write it in quotes and double the quote");
                }
                else if (char.IsControl(text[at]) && text[at] != '\t')
                {
                    sound &= Refuse($"has a control character (U+{(int)text[at]:X4})");
                }
                at++;
            }
            fields.Add(text[start..at]);
            return sound;

            bool Refuse(string message)
            {
                if (sound)
                {
                    faults.Add(file, line, "", "",
                        string.Create(CultureInfo.InvariantCulture, $"field {fields.Count + 1} {message}"));
                }
                return false;
            }
        }

        private bool QuotedField(List<string> fields)
        {
            int opened = line;
            StringBuilder field = new();
            at++;
            while (true)
            {
                if (AtEnd)
                {
                    faults.Add(file, opened, "", "", string.Create(CultureInfo.InvariantCulture,
                        $"field {fields.Count + 1} opens a quote that is never closed: the file seems to be cut off"));
                    return false;
                }
                char c = text[at++];
                if (c == '"' && !AtEnd && text[at] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else if (c == '"')
                {
                    break;
                }
                else
                {
                    line += c == '\n' ? 1 : 0;
                    field.Append(c);
                }
            }
            fields.Add(field.ToString());
            if (AtLineEnd || text[at] == ',')
            {
                return true;
            }
            faults.Add(file, line, "", "", string.Create(CultureInfo.InvariantCulture,
                $"field {fields.Count} goes on after its closing quote"));
            while (!AtLineEnd && text[at] != ',')
            {
                at++;
            }
            return false;
        }

        private void EndLine()
        {
            if (!AtEnd)
            {
                at += text[at] == '\r' ? 2 : 1;
                line++;
            }
        }
    }
}
