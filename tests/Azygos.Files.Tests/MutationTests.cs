using System.Text;
using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using CsCheck;

namespace Azygos.Files.Tests;

/// <summary>Spoilt files never crash the readers: they are read, or refused with a place.</summary>
public sealed class MutationTests
{
    /// <summary>Bytes that mean something to the readers, and some that mean nothing.</summary>
    private static readonly byte[] Telling =
        [.. Encoding.ASCII.GetBytes(",\"\n\r-+.eE0159:;#&*!|>'%@`{}[]?\t xN"), 0, 0x1b, 0x80, 0xc3, 0xef, 0xff];

    private static Gen<(int Where, int Kind, byte With, int Length)> Mutation { get; } =
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 4],
            Gen.OneOf(Gen.Int[0, Telling.Length - 1].Select(i => Telling[i]), Gen.Byte), Gen.Int[1, 40]);

    private static byte[] Mutate(byte[] bytes, (int Where, int Kind, byte With, int Length) mutation)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }
        int at = mutation.Where % bytes.Length, end = Math.Min(bytes.Length, at + mutation.Length);
        return mutation.Kind switch
        {
            0 => [.. bytes[..at], mutation.With, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], mutation.With, .. bytes[at..]],
            2 => [.. bytes[..at], .. bytes[end..]],
            3 => bytes[..at],
            _ => [.. bytes[..at], .. bytes[at..end], .. bytes[at..]],
        };
    }

    [Fact]
    public void Spoilt_model_files_are_read_or_refused()
    {
        ShippedModel whole = ShippedModel.Copy();
        int refused = 0;
        Gen.Select(Gen.Int[0, ModelFiles.Names.Count - 1].Select(i => ModelFiles.Names[i]), Mutation.Array[1, 3])
            .Sample((name, mutations) =>
        {
            Dictionary<string, byte[]> files = ModelFiles.Names.ToDictionary(file => file, file => whole[file]);
            files[name] = mutations.Aggregate(files[name], Mutate);
            FaultList faults = new();
            BodyModel? model = ModelReader.Read(new ModelFiles("m", ShippedModel.Id, files), faults);
            Assert.Equal(faults.Any, model is null);
            Assert.All(faults.Found, fault => Assert.NotEmpty(fault.ToString()));
            Interlocked.Add(ref refused, faults.Any ? 1 : 0);
        }, iter: 600);
        Assert.True(refused > 100, "the mutations must reach the readers");
    }

    [Fact]
    public void Spoilt_case_files_are_read_or_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes("""
            schema: azygos-case/1
            description: >-
              Folded
              text
            posture: -12 deg
            heart: {rate_per_min: 80}
            set:
              blood.volume_mL: 4.5 L
            recording: {sites: [azygos, "svc"], sample_interval_s: 10 ms}
            """ + "\n");
        Mutation.Array[1, 4].Sample(mutations =>
        {
            FaultList faults = new();
            CaseFile? read = CaseReader.Read(mutations.Aggregate(whole, Mutate), "c.yaml", faults);
            Assert.True(read is not null || faults.Any);
        }, iter: 5000);
    }

    [Fact]
    public void Deeply_nested_text_does_not_exhaust_the_stack()
    {
        FaultList faults = new();
        Assert.Null(CaseReader.Read(Encoding.UTF8.GetBytes(new string('[', 200_000)), "c.yaml", faults));
        Assert.True(faults.Any);
    }
}
