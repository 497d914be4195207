using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azygos.Body.Live;

namespace Azygos.Lab.Live;

/// <summary>A frame as events: written once for each choice of sites that somebody looks at.</summary>
/// <remarks>Numbers have four significant digits: what a screen shows, at a third of the bytes. A run has them all.</remarks>
internal sealed class FrameWriter(LiveFrame frame, long number, double speed)
{
    /// <summary>Share of a stretch from which a vessel is drawn as flowing back; chosen.</summary>
    private const double DrawnReflux = 0.5;

    private readonly Dictionary<string, byte[]> made = [];

    public byte[] Event(SiteChoice sites)
    {
        if (made.TryGetValue(sites.Key, out byte[]? done)) return done;
        ArrayBufferWriter<byte> bytes = new(32 * 1024);
        bytes.Write("event: frame\ndata: "u8);
        using (Utf8JsonWriter json = new(bytes)) Write(json, sites);
        bytes.Write("\n\n"u8);
        return made[sites.Key] = bytes.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter json, SiteChoice sites)
    {
        json.WriteStartObject();
        json.WriteNumber("n", number);
        json.WriteNumber("t", Math.Round(frame.Time, 6));
        json.WriteNumber("speed", Math.Round(speed, 2));
        json.WriteStartObject("vessels");
        Numbers(json, "pressure_mmHg", frame.Pressure);
        Numbers(json, "flow_mL_min", frame.Flow);
        Numbers(json, "velocity_cm_s", frame.Velocity);
        Numbers(json, "area_ratio", frame.AreaRatio);
        json.WriteStartArray("reflux");
        foreach (double share in frame.Reflux) json.WriteNumberValue(share >= DrawnReflux ? 1 : 0);
        json.WriteEndArray();
        if (frame.Saturation is { } saturation) Numbers(json, "saturation_percent", saturation);
        json.WriteEndObject();
        json.WriteStartObject("sites");
        if (sites.Places.Count > 0)
        {
            json.WriteStartArray("times_s");
            foreach (double time in frame.Times) json.WriteNumberValue(Math.Round(time, 6));
            json.WriteEndArray();
        }
        foreach (int place in sites.Places)
        {
            LiveSite site = frame.Sites[place];
            json.WriteStartObject(site.Site);
            Numbers(json, "pressure_mmHg", site.Pressure);
            if (site.Flow is { } flow) Numbers(json, "flow_mL_min", flow);
            if (site.Area is { } area) Numbers(json, "area_cm2", area);
            if (site.Velocity is { } velocity) Numbers(json, "velocity_cm_s", velocity);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("controls");
        foreach ((string control, double value) in frame.Controls) Number(json, control, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        Number(json, value);
    }

    private static void Numbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (double value in values) Number(json, value);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[32];
        if (!double.IsFinite(value) || !value.TryFormat(text, out int length, "G4", CultureInfo.InvariantCulture)) json.WriteNullValue();
        else json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
