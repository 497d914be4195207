using System.Globalization;
using System.Text;

namespace Azygos.Lab.News;

/// <summary>Mail of the digest: one file a mail, RFC 5322, in the folder <c>outbox</c> of the lab; a mail program or a
/// transfer agent of the house takes it from there.</summary>
/// <param name="folder">The folder.</param>
/// <param name="clock">Clock, for the date.</param>
internal sealed class Outbox(string folder, TimeProvider clock)
{
    /// <summary>Longest line of encoded text [characters], RFC 2045.</summary>
    private const int LineLength = 76;

    /// <summary>Writes a mail; it is there whole, or not.</summary>
    /// <param name="to">Address; checked before.</param>
    /// <param name="subject">Subject, ASCII.</param>
    /// <param name="text">Text, plain.</param>
    /// <param name="unsubscribe">Address that ends the subscription in one step, RFC 8058; null: none.</param>
    public void Write(string to, string subject, string text, Uri? unsubscribe)
    {
        string id = Guid.NewGuid().ToString("N");
        StringBuilder mail = new();
        Head("Date", clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Head("From", "Azygos digest <azygos@localhost>");
        Head("To", to);
        Head("Subject", subject);
        Head("Message-ID", $"<{id}@azygos.localhost>");
        if (unsubscribe is not null)
        {
            Head("List-Unsubscribe", $"<{unsubscribe}>");
            Head("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        Head("Auto-Submitted", "auto-generated");
        Head("MIME-Version", "1.0");
        Head("Content-Type", "text/plain; charset=utf-8");
        Head("Content-Transfer-Encoding", "base64");
        mail.Append("\r\n");
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        for (int at = 0; at < body.Length; at += LineLength)
            mail.Append(body.AsSpan(at, Math.Min(LineLength, body.Length - at))).Append("\r\n");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, id + ".eml");
        File.WriteAllText(path + ".partial", mail.ToString(), Encoding.ASCII);
        File.Move(path + ".partial", path);

        void Head(string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");
    }
}
