using System.Buffers.Binary;
using System.Security.Cryptography;
using Azygos.Studies.Running;

namespace Azygos.Files.Studies;

/// <summary>SHA-256 of rows: of their cells in the order of the columns, little-endian, whoever wrote the file.</summary>
internal sealed class RowHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] bytes = new byte[4 * PersonRow.Integers.Count + 8 * PersonRow.Numbers.Count];

    /// <summary>Hash of some rows.</summary>
    public static string Of(IEnumerable<PersonRow> rows)
    {
        using RowHash hash = new();
        foreach (PersonRow row in rows) hash.Add(row);
        return hash.Finish();
    }

    public void Add(PersonRow row)
    {
        int at = 0;
        foreach ((_, Func<PersonRow, int> of) in PersonRow.Integers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), of(row));
            at += 4;
        }
        foreach ((_, Func<PersonRow, double> of) in PersonRow.Numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), of(row));
            at += 8;
        }
        hash.AppendData(bytes);
    }

    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
