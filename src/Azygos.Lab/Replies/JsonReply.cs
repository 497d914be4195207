using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Replies;

/// <summary>Writes JSON objects, each with the statement first.</summary>
internal static class JsonReply
{
    private const string Key = "statement", Type = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Writes an object.</summary>
    public static Task WriteAsync(HttpContext context, JsonObject reply, int? status = null)
    {
        if (!reply.ContainsKey(Key)) reply.Insert(0, Key, Statement.Text);
        return TextAsync(context, reply.ToJsonString(Compact), status);
    }

    /// <summary>Writes a document that another part of the program made, byte for byte but for the statement, where it has
    /// none.</summary>
    public static Task DocumentAsync(HttpContext context, string json) => TextAsync(context, Stated(json), null);

    /// <summary>The same document with the statement.</summary>
    public static string Stated(string json)
    {
        using JsonDocument read = JsonDocument.Parse(json);
        return read.RootElement.TryGetProperty(Key, out _) ? json
            : $"{{\n  \"{Key}\": \"{Statement.Text}\",{json[(json.IndexOf('{', StringComparison.Ordinal) + 1)..]}";
    }

    private static Task TextAsync(HttpContext context, string json, int? status)
    {
        if (status is { } code) context.Response.StatusCode = code;
        context.Response.ContentType = Type;
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return Compression.WriteAsync(context, bytes);
    }
}
