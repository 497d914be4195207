using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Overrides;

namespace Azygos.Body.Tests;

/// <summary>The shipped model, and the same with numbers replaced by path, as a user would.</summary>
internal static class ShippedBody
{
    public static BodyModel Model { get; } =
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult-lumped"));

    public static BodyModel With(params (string Path, string Value)[] replaced)
    {
        var faults = new FaultList();
        OverriddenModel? changed = ModelOverrides.Apply(
            Model, [.. replaced.Select(r => new Override(r.Path, r.Value, Override.Option, null))], faults);
        faults.ThrowIfAny();
        return changed!.Model;
    }
}
