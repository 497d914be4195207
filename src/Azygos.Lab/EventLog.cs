using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab;

/// <summary>Writes events as one JSON object a line: time, level, where, what, and its values by name.</summary>
/// <param name="writer">Where lines go.</param>
/// <param name="everything">False: only what goes wrong.</param>
/// <param name="clock">Clock.</param>
internal sealed class EventLog(TextWriter writer, bool everything, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock writing = new();

    public ILogger CreateLogger(string categoryName) => new Source(this, categoryName);

    public void Dispose()
    {
    }

    private bool IsTold(string category) => everything && category.StartsWith("Azygos", StringComparison.Ordinal);

    private void Write(string category, LogLevel level, string text, object? state, Exception? fault)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow());
            json.WriteString("level", level.ToString());
            json.WriteString("from", category);
            json.WriteString("event", text);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                foreach ((string name, object? value) in values)
                    if (name != "{OriginalFormat}") json.WriteString(name, value?.ToString());
            if (fault is not null) json.WriteString("fault", fault.ToString());
            json.WriteEndObject();
        }
        lock (writing)
        {
            writer.WriteLine(Encoding.UTF8.GetString(line.ToArray()));
            writer.Flush();
        }
    }

    private sealed class Source(EventLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        // Of the web server only what goes wrong; of the lab everything.
        public bool IsEnabled(LogLevel logLevel) =>
            logLevel >= (log.IsTold(category) ? LogLevel.Information : LogLevel.Warning);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Write(category, logLevel, formatter(state, exception), state, exception);
        }
    }
}
