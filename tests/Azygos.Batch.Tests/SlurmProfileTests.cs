using Azygos.Files.Faults;
using Azygos.Files.Studies;
using Azygos.Files.Tests;

namespace Azygos.Batch.Tests;

public sealed class SlurmProfileTests
{
    [Fact]
    public void A_profile_is_read_and_an_option_goes_before_it()
    {
        FaultList faults = new();
        SlurmProfile profile = Read("schema: azygos-slurm/1\npartition: long\nmemory: 4G\ntime: 1-12\ncores: 4\n", faults)
            .With("partition", "short", "--partition", null, faults);
        Assert.False(faults.Any);
        Assert.Equal(["--partition=short", "--time=1-12", "--mem=4G", "--cpus-per-task=4"], profile.Arguments);
        Assert.Equal((4, SlurmProfile.MostTasks), (profile.Cores, profile.Tasks));
    }

    [Fact]
    public void All_faults_of_a_profile_are_told_at_once()
    {
        FaultList faults = new();
        Read("partition: a b\ntime: tomorrow\nmemory: -4G\ncores: 0\ntasks: 5000\npartitions: long\n", faults);
        Assert.Equal(["schema", "partition", "time", "memory", "cores", "tasks", "partitions"],
            faults.Found.Select(fault => fault.Key));
        Assert.Contains("did you mean partition", faults.Found[^1].Message, StringComparison.Ordinal);
    }

    private static SlurmProfile Read(string text, FaultList faults)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "mine.yaml");
        File.WriteAllText(path, text);
        return SlurmProfile.Read(path, "mine.yaml", faults);
    }
}
