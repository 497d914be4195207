using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.Tests;

public sealed class PredictionChecksTests
{
    private const string Header = "id,label,group,tilt_degrees,changes,quantity,relation,run,value,low,high,unit,band,"
        + "people,blind,basis,source,note\n";

    private const string Sound = "row,A row,group,0,vessels.azygos.rest_area_cm2 = 0,flow:ijv_right_j2,value,steady,5,1,9,"
        + "mL/min,chosen,,yes,assumed,,\n";

    [Fact]
    public void A_sound_row_is_read() => Assert.Empty(With(Sound).Faults());

    [Fact]
    public void Predictions_leave_the_hash_of_the_model_alone()
    {
        Assert.Equal(Hash(ShippedModel.Copy()), Hash(With(Sound)));

        static string Hash(ShippedModel files) => ModelReader.Read(
            new ModelFiles("x", ShippedModel.Id, ModelFiles.Names.ToDictionary(name => name, name => files[name])),
            new FaultList())!.Hash;
    }

    [Theory]
    [InlineData("rest_area_cm2 = 0", "rest_area_cm2 to 0", "changes", "a change is PATH = NUMBER")]
    [InlineData("vessels.azygos.", "vessels.azygus.", "changes", "fits no number of the model")]
    [InlineData("= 0", "= -1", "changes", "from 0 to 100 cm²")]
    [InlineData("flow:ijv_right_j2", "flow:nowhere", "quantity", "names the site 'nowhere'")]
    [InlineData(",value,steady", ",percent_from_rest,steady", "unit", "must be given in %")]
    [InlineData(",5,1,9,", ",5,9,1,", "low", "is above high")]
    [InlineData(",5,1,9,", ",50,1,9,", "value", "lies outside its own band")]
    [InlineData(",yes,", ",perhaps,", "blind", "yes")]
    [InlineData(",0,vessels", ",120,vessels", "tilt_degrees", "from -90 to 90 degrees")]
    public void A_row_that_cannot_be_computed_or_judged_is_refused(
        string part, string other, string key, string message)
    {
        Assert.Contains(part, Sound, StringComparison.Ordinal);
        Assert.Contains(With(Sound.Replace(part, other, StringComparison.Ordinal)).Faults(), fault =>
            fault.File.EndsWith("predictions.csv", StringComparison.Ordinal) && fault.Line == 2 && fault.Key == key
            && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    private static ShippedModel With(string row) => ShippedModel.Copy().With("predictions.csv", Header + row);
}
