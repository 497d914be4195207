using System.Text;
using Azygos.Files.Faults;

namespace Azygos.Files;

/// <summary>Text of a file, or a fault where it is not UTF-8.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without byte order mark, or null.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, string file, FaultList faults)
    {
        try
        {
            string text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException fault)
        {
            int line = 1 + bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n');
            faults.Add(file, line, "", "", "is not UTF-8 text");
            return null;
        }
    }
}
