using System.Security.Cryptography;

namespace Azygos.Lab.Saved;

/// <summary>Identifiers of what the lab keeps.</summary>
internal static class Identifiers
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new one, which nobody guesses: 80 random bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, 16);

    /// <summary>A secret: 160 random bits.</summary>
    public static string Secret() => RandomNumberGenerator.GetString(Letters, 32);

    /// <summary>True for a text that may be one; nothing else is looked up.</summary>
    public static bool Is(string? text) => text is { Length: > 0 and <= 64 }
        && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-');
}
