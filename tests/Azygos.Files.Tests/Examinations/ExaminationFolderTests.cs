using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Tests.Examination;
using Azygos.Files.Examinations;
using Azygos.Files.Runs;
using NJsonSchema;

namespace Azygos.Files.Tests.Examinations;

public sealed class ExaminationFolderTests
{
    private static readonly RunFacts Facts = new(1, "0.1.0");

    private static readonly ExaminationResult Examined = MadeUpRun.Examine(new Examiner
    {
        Protocol = ExaminationProtocol.Zamboni2009,
        Operator = new Operator { Levels = ["j2"] },
        Seed = 7,
    });

    [Fact]
    public async Task A_result_with_an_examination_is_as_the_schema_says()
    {
        string json = RunFolder.Json(Examined.Supine with { Timeline = null }, Facts, Examined);
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "schemas", "result-1.schema.json"),
            TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json).Select(error => error.ToString()));
        JsonNode examination = JsonNode.Parse(json)!["examination"]!;
        Assert.Equal(7, (long)JsonNode.Parse(json)!["seed"]!);
        Assert.Contains("not a diagnosis", (string)examination["statement"]!, StringComparison.Ordinal);
        Assert.Equal(5, examination["truth"]!["criteria"]!.AsArray().Count);
        Assert.Equal(5, examination["measured"]!["criteria"]!.AsArray().Count);
        Assert.Equal(Examined.Measured!.Count, (int)examination["measured"]!["count"]!);
    }

    [Fact]
    public void A_result_without_one_does_not_mention_it() => Assert.DoesNotContain(
        "examination", RunFolder.Json(Examined.Supine with { Timeline = null }, Facts), StringComparison.Ordinal);

    [Fact]
    public async Task The_folder_holds_the_spectra_that_the_result_names()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "exam");
        await RunFolder.WriteAsync(
            folder, Examined.Supine with { Timeline = null }, Facts, "<!doctype html>", csv: false,
            TestContext.Current.CancellationToken, Examined);
        JsonNode written = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(folder, "result.json"), TestContext.Current.CancellationToken))!;
        string[] named = [.. written["examination"]!["sites"]!.AsArray()
            .Select(site => (string?)site!["spectrum"]).OfType<string>()];
        // J2 and the vertebral vein of both sides, lying and sitting.
        Assert.Equal(8, named.Length);
        Assert.All(named, image => Assert.True(File.Exists(Path.Combine(folder, image)), image));
    }

    [Fact]
    public void A_picture_holds_its_pixels()
    {
        byte[] pixels = [0, 50, 100, 150, 200, 255];
        byte[] file = GreyPng.Write(3, 2, pixels);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal(3, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.Equal(2, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        // The closing chunk is the same in every PNG, its checksum included.
        Assert.Equal([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], file[^12..]);
        int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using ZLibStream data = new(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        byte[] rows = new byte[8];
        data.ReadExactly(rows);
        Assert.Equal([0, 0, 50, 100, 0, 150, 200, 255], rows);
    }

    [Fact]
    public void A_spectrum_shows_flow_toward_the_heart_above_the_middle()
    {
        SiteExamination site = Examined.Sites.First(one => one.Site.Id == "ijv_right_j2");
        byte[] png = SpectrumPicture.Png(site.Spectrum!);
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        using ZLibStream data = new(
            new MemoryStream(png, 41, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33))), CompressionMode.Decompress);
        byte[] rows = new byte[height * (width + 1)];
        data.ReadExactly(rows);
        int above = rows[..(rows.Length / 2)].Sum(p => p), below = rows[(rows.Length / 2)..].Sum(p => p);
        // 10 s of 12 cm/s forward; below lies noise alone, and the aperture's broadening of the slowest flow.
        Assert.True(above > 5 * below, $"{above} above, {below} below");
        // 20 ms a pixel, to the nearest whole sample.
        Assert.InRange(width, 470, 530);
    }
}
