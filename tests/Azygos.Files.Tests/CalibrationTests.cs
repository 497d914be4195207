using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.Tests;

/// <summary>Knobs, collaterals and computed uncertainty of a model folder: refused where they do not fit, written and
/// read back.</summary>
public sealed class CalibrationTests
{
    [Theory]
    [InlineData("cells", "vessels.vertebral_vain_*.rest_area_cm2", "fits no number")]
    [InlineData("cells", "vessels.vertebral_vein_*.wall", "no column that a knob may scale")]
    [InlineData("cells", "", "the knob is fitted to a row")]
    [InlineData("power", "", "the knob scales numbers")]
    [InlineData("power", "0", "turns nothing")]
    [InlineData("value", "9", "outside the range of the knob, 0.25 to 2.5 factor")]
    [InlineData("start", "0.1", "outside the range of the knob")]
    [InlineData("start", "", "the knob is fitted to a row")]
    [InlineData("high", "-1", "allowed")]
    [InlineData("datum", "vertebral_vains", "did you mean vertebral_veins?")]
    [InlineData("datum", "vertebral_veins_sitting", "is a value that is predicted, not fitted")]
    [InlineData("datum", "icp", "is a value that is checked, not fitted")]
    [InlineData("kind", "turned", "is not one of")]
    public void A_knob_that_does_not_fit_is_refused_with_its_place(string column, string value, string message)
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell("calibration.csv", "vertebral_vein_radius,", column, value);
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal((Path.Combine(ShippedModel.Id, "calibration.csv"), (int?)line, column),
            (fault.File, fault.Line, fault.Key));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_knob_without_number_or_words_is_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        model.Cell("calibration.csv", "emissary_walls,", "setting", "");
        Assert.Equal("setting", Assert.Single(model.Faults()).Key);
    }

    [Theory]
    [InlineData("vessels", "emisary_*", "fits no vessel")]
    [InlineData("low", "2", "range: above 0 and at most 1")]
    [InlineData("high", "0.5", "range: from 1 to 100")]
    public void A_group_of_collaterals_that_does_not_fit_is_refused(string column, string value, string message)
    {
        ShippedModel model = ShippedModel.Copy();
        model.Cell("collaterals.csv", "condylar_emissaries,", column, value);
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal((column, value), (fault.Key, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_may_lack_collaterals_and_uncertainty() =>
        Assert.Empty(ShippedModel.Copy().Without("collaterals.csv").Without("uncertainty.csv").Faults());

    [Fact]
    public void Uncertainty_is_read_as_it_was_written_and_no_part_of_the_hash()
    {
        UncertaintyRow row = new(
            "torcular.pressure_mmHg", "sitting", "mmHg", -9.25, -9.5, -14, -12, -7, -5.125, null, 198, 2, 3, "core",
            ShippedModel.Model.Hash);
        UncertaintyRow place = row with { Quantity = "pullback.right.torcular", Distance = 21.5 };
        ShippedModel model = ShippedModel.Copy().With("uncertainty.csv", UncertaintyFile.Text([row, place]));
        BodyModel read = Read(model);
        Assert.Equal([row, place], read.Uncertainty);
        Assert.Equal(ShippedModel.Model.Hash, read.Hash);
        Assert.False(read.HasStaleUncertainty);
    }

    [Fact]
    public void Uncertainty_of_other_numbers_is_stale()
    {
        UncertaintyRow row = new(
            "torcular.pressure_mmHg", "sitting", "mmHg", -9, -9, -9, -9, -9, -9, null, 1, 0, 0, "core",
            ShippedModel.Model.Hash);
        ShippedModel model = ShippedModel.Copy().With("uncertainty.csv", UncertaintyFile.Text([row]));
        model.Cell("vessels.csv", "azygos,", "length_cm", "30");
        Assert.True(Read(model).HasStaleUncertainty);
    }

    [Fact]
    public async Task A_turned_model_is_written_whole_and_every_other_byte_stays()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, "turned");
        BodyModel before = ShippedModel.Model;
        BodyModel after = Knobs.Turn(Knobs.Turn(before, "vertebral_vein_radius", 0.7), "blood_volume", 4800);
        await ChangedModelFolder.WriteAsync(
            ShippedModel.Folder, folder, Knobs.Changes(before, after), TestContext.Current.CancellationToken);
        BodyModel read = ModelReader.Read(folder);
        Assert.Equal("turned", read.Id);
        Assert.Equal(4800, read.Parameters["blood.volume_mL"].Value);
        Assert.Equal(0.7, read.Calibration.Single(k => k.Knob == "vertebral_vein_radius").Value);
        Assert.Equal(   // six digits are written
            after.Vessels.Single(v => v.Id == "vertebral_vein_left").RestArea,
            read.Vessels.Single(v => v.Id == "vertebral_vein_left").RestArea, 1e-6);
        Dictionary<string, int> changed = new()
        {
            ["model.yaml"] = 1,
            ["parameters.csv"] = 1,
            ["calibration.csv"] = 2,
            ["vessels.csv"] = 2,
        };
        foreach (string path in Directory.EnumerateFiles(ShippedModel.Folder))
        {
            string name = Path.GetFileName(path);
            string[] old = await Lines(path), now = await Lines(Path.Combine(folder, name));
            Assert.Equal(old.Length, now.Length);
            Assert.Equal(changed.GetValueOrDefault(name), old.Zip(now).Count(pair => pair.First != pair.Second));
        }

        static Task<string[]> Lines(string path) =>
            File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_folder_that_is_there_is_never_written_over()
    {
        using TemporaryFolder temporary = new();
        string kept = Path.Combine(temporary.Path, "kept.txt");
        await File.WriteAllTextAsync(kept, "mine", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InputRefusedException>(() => ChangedModelFolder.WriteAsync(
            ShippedModel.Folder, temporary.Path, [], TestContext.Current.CancellationToken));
        Assert.Equal([kept], Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    private static BodyModel Read(ShippedModel model)
    {
        FaultList faults = new();
        BodyModel? read = ModelReader.Read(
            new ModelFiles(ShippedModel.Id, ShippedModel.Id, ModelFiles.Names.ToDictionary(n => n, n => model[n])),
            faults);
        faults.ThrowIfAny();
        return read!;
    }
}
