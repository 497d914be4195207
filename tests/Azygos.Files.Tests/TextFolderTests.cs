using Azygos.Files.Faults;
using Azygos.Files.Folders;

namespace Azygos.Files.Tests;

public sealed class TextFolderTests
{
    private static readonly Dictionary<string, string> Files =
        new() { ["page.html"] = "one", ["figures/a.svg"] = "two" };

    private static Task Write(string folder) =>
        TextFolder.WriteAsync(folder, Files, "--out", TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_folder_is_written_and_written_again()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "out");
        await Write(folder);
        await Write(folder);
        Assert.Equal("two", await File.ReadAllTextAsync(
            Path.Combine(folder, "figures", "a.svg"), TestContext.Current.CancellationToken));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(temporary.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_with_anything_else_in_it_is_left_alone()
    {
        using TemporaryFolder temporary = new();
        await Write(temporary.Path + "/out");
        File.WriteAllText(temporary.Path + "/out/figures/mine.txt", "mine");
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(
            () => Write(temporary.Path + "/out"));
        Assert.Contains("holds figures/mine.txt, which this command did not write", Assert.Single(refused.Faults)
            .ToString(),
            StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(
            temporary.Path + "/out/figures/mine.txt", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused()
    {
        using TemporaryFolder temporary = new();
        File.WriteAllText(temporary.Path + "/out", "mine");
        await Assert.ThrowsAsync<InputRefusedException>(() => Write(temporary.Path + "/out"));
        Assert.Equal("mine", await File.ReadAllTextAsync(
            temporary.Path + "/out", TestContext.Current.CancellationToken));
    }
}
