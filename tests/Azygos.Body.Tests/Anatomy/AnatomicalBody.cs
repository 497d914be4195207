using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Files.ModelFolder;

namespace Azygos.Body.Tests.Anatomy;

/// <summary>The shipped anatomical model at both levels of detail.</summary>
internal static class AnatomicalBody
{
    public static BodyModel Full { get; } =
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult"));

    public static BodyModel Core { get; } = Full.At(AnatomicalDetail.Core);

    public static BodyModel At(string detail) => detail == "core" ? Core : Full;
}
