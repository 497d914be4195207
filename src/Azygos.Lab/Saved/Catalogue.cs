using System.Globalization;
using Azygos.Files.Faults;
using Microsoft.Data.Sqlite;

namespace Azygos.Lab.Saved;

/// <summary>What the lab keeps: runs, saved entries, links, subscribers; one SQLite file.</summary>
/// <remarks>Every change is one transaction that is on the disk before anybody is told that it was made (write-ahead log,
/// full synchronisation), so that a killed program loses nothing that was answered. One connection, one change at a
/// time.</remarks>
internal sealed class Catalogue : IDisposable
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS runs (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
            created TEXT NOT NULL, request TEXT NOT NULL, reason TEXT NOT NULL, hypothesis TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS entries (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, text TEXT, view TEXT,
            run TEXT, created TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS links (id TEXT PRIMARY KEY, view TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS subscribers (token TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, confirmed INTEGER NOT NULL,
            asked TEXT NOT NULL, sent TEXT NOT NULL) STRICT;
        """;

    private readonly SqliteConnection connection;
    private readonly Lock changing = new();

    /// <summary>Opens the file, and makes it where there is none.</summary>
    public Catalogue(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "lab.db"),
                Pooling = false,
            }.ToString());
            connection.Open();
            Change("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            int found = int.Parse(Rows("PRAGMA user_version")[0][0]!, CultureInfo.InvariantCulture);
            if (found > Version)
                throw new InputRefusedException(new Fault("--state", null, "", "",
                    $"{folder} was written by a newer program (version {found} of the catalogue; this one reads {Version})"));
            Change(Tables + FormattableString.Invariant($"PRAGMA user_version = {Version};"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            connection?.Dispose();
            throw new InputRefusedException(new Fault("--state", null, "", "", $"{folder} cannot be used: {fault.Message}"));
        }
    }

    /// <summary>Makes a change; how many rows it touched.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="values">Values of $0, $1, …</param>
    public int Change(string sql, params IReadOnlyList<object?> values)
    {
        lock (changing)
        {
            using SqliteCommand command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Rows of a question, cell by cell as text.</summary>
    /// <param name="sql">The question.</param>
    /// <param name="values">Values of $0, $1, …</param>
    public IReadOnlyList<string?[]> Rows(string sql, params IReadOnlyList<object?> values)
    {
        lock (changing)
        {
            using SqliteCommand command = Command(sql, values);
            using SqliteDataReader reader = command.ExecuteReader();
            List<string?[]> rows = [];
            while (reader.Read())
            {
                string?[] row = new string?[reader.FieldCount];
                for (int i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
                rows.Add(row);
            }
            return rows;
        }
    }

    public void Dispose() => connection.Dispose();

    private SqliteCommand Command(string sql, IReadOnlyList<object?> values)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants of this assembly; what a person wrote is always a value.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Count; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), values[i] ?? DBNull.Value);
        return command;
    }
}
