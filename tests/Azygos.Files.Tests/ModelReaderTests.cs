using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;

namespace Azygos.Files.Tests;

public sealed class ModelReaderTests
{
    private static void Single(ShippedModel model, string place, string key, string value, string message)
    {
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal((Path.Combine(ShippedModel.Id, place), key, value),
            ($"{fault.File}{(fault.Line is { } line ? $":{line}" : "")}", fault.Key, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static void SingleCell(string file, string row, string column, string value, string message)
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell(file, row, column, value);
        Single(model, $"{file}:{line}", column, value, message);
    }

    [Fact]
    public void The_shipped_model_is_read_without_faults()
    {
        BodyModel model = ShippedModel.Model;
        Assert.Equal(ShippedModel.Id, model.Id);
        Assert.Equal(4, model.Chambers.Count);
        Assert.Equal(ParameterPaths.All.Concat(ParameterPaths.Oxygen).Order(), model.Parameters.Keys.Order());
        Assert.Matches("^[0-9a-f]{64}$", model.Hash);
        VesselRow jugular = model.Vessels.Single(vessel => vessel.Id == "ijv_right_j2");
        Assert.Equal(("vein", Space.Tissue), (jugular.Kind, jugular.Space));
        Assert.True(jugular.Length > 0 && jugular.RestArea > 0);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        ShippedModel changed = ShippedModel.Copy();
        changed.Cell("nodes.csv", "csf_spinal,", "note", "another note");
        FaultList faults = new();
        string Hash(ShippedModel files) => ModelReader.Read(new ModelFiles("x", ShippedModel.Id,
            ModelFiles.Names.ToDictionary(name => name, name => files[name])), faults)!.Hash;
        Assert.Equal(ShippedModel.Model.Hash, Hash(ShippedModel.Copy()));
        Assert.NotEqual(ShippedModel.Model.Hash, Hash(changed));
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        ShippedModel model = ShippedModel.Copy();
        string[] lines = model.Text("chambers.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id,node,", lines[0][..8]);
        model.With("chambers.csv", string.Concat(lines.Select(line =>
        {
            string[] cells = line.Split(',', 3);
            return $"{cells[1]},{cells[0]},{cells[2]}\n";
        })));
        Assert.Empty(model.Faults());
    }

    [Fact]
    public void A_negative_length_is_refused_with_the_allowed_range() => SingleCell(
        "vessels.csv", "ijv_right_j2,", "length_cm", "-3", "above 0 and at most 200 cm");

    [Theory]
    [InlineData("inf")]
    [InlineData("1,5")]
    [InlineData("")]
    [InlineData("5 cm")]
    [InlineData(" 5")]
    public void What_is_not_a_plain_number_is_refused(string text)
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell("vessels.csv", "ijv_right_j2,", "length_cm", $"\"{text}\"");
        Single(model, $"vessels.csv:{line}", "length_cm", text, "is not a number; allowed: above 0 and at most 200 cm");
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void A_number_that_is_not_finite_is_refused(string text) =>
        SingleCell("nodes.csv", "csf_spinal,", "z_cm", text, "is not a finite number; allowed: from -250 to 250 cm");

    [Fact]
    public void A_part_of_a_cell_is_refused() =>
        SingleCell("vessels.csv", "ijv_right_j2,", "cells", "1.5", "is not a whole number; allowed: from 1 to 1000");

    [Fact]
    public void A_vessel_to_nowhere_is_refused_and_the_nearest_node_suggested()
    {
        string to = ShippedModel.Model.Vessels.Single(vessel => vessel.Id == "ijv_right_j2").To;
        SingleCell("vessels.csv", "ijv_right_j2,", "to", to + "x", $"nodes.csv has no such row; did you mean {to}?");
    }

    [Theory]
    [InlineData("vessels.csv", "ijv_right_j2,", "wall", "no_such_wall", "walls.csv has no such row")]
    [InlineData("cerebral_drains.csv", "", "bed", "no_such_bed", "cerebral_beds.csv has no such row")]
    [InlineData("sites.csv", "azygos,", "vessel", "no_such_vessel", "vessels.csv has no such row")]
    public void A_reference_that_leads_nowhere_is_refused(
        string file, string row, string column, string value, string message)
    {
        ShippedModel model = ShippedModel.Copy();
        string beginning = row.Length > 0 ? row : model.Text(file).Split('\n')[1];
        int line = model.Cell(file, beginning, column, value);
        Fault fault = Assert.Single(model.Faults(), fault => fault.Key == column);
        Assert.Equal((line, value), (fault.Line, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_listed_is_refused() =>
        SingleCell("vessels.csv", "ijv_right_j2,", "source", "nobody1999", "sources.csv has no such key");

    [Fact]
    public void A_number_with_a_basis_but_no_source_is_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        model.Cell("vessels.csv", "ijv_right_j2,", "basis", "published");
        int line = model.Cell("vessels.csv", "ijv_right_j2,", "source", "");
        Single(model, $"vessels.csv:{line}", "source", "", "the basis is published: name a key of sources.csv");
    }

    [Fact]
    public void A_vessel_shorter_than_its_rise_is_refused()
    {
        (VesselRow vessel, double rise) = ShippedModel.Model.Vessels.Select(
            row => (row, Math.Abs(Z(row.From) - Z(row.To))))
            .MaxBy(pair => pair.Item2);
        SingleCell("vessels.csv", vessel.Id + ",", "length_cm",
            (0.5 * rise).ToString(System.Globalization.CultureInfo.InvariantCulture),
                "is shorter than the height between");

        double Z(string node) => ShippedModel.Model.Nodes.Single(row => row.Id == node).Z;
    }

    [Fact]
    public void A_disconnected_part_is_refused_once()
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Add("nodes.csv", "island_a,Island,0,0,0,assumed,,");
        model.Add("nodes.csv", "island_b,Island,0,0,0,assumed,,");
        model.Add("vessels.csv", "island,Island,vein,neck,island_a,island_b,5,0.5,5,"
            + $"{ShippedModel.Model.Walls[0].Id},,tissue,1,1,assumed,,");
        Single(model, $"nodes.csv:{line}", "id", "island_a",
            "not joined to the heart by any vessel, bed, vein, compartment or valve, nor are island_b");
    }

    [Fact]
    public void A_duplicate_id_is_refused_and_the_first_named()
    {
        ShippedModel model = ShippedModel.Copy();
        string first = model.Text("beds.csv").Split('\n')[1];
        int line = model.Add("beds.csv", first);
        Single(model, $"beds.csv:{line}", "id", first.Split(',')[0], "stands twice; first on line 2");
    }

    [Fact]
    public void Shares_that_do_not_add_up_are_refused()
    {
        CerebralBedRow bed = ShippedModel.Model.CerebralBeds[0];
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell("cerebral_beds.csv", bed.Id + ",", "flow_share", "0.9");
        Single(model, $"cerebral_beds.csv:{line}", "flow_share", "0.9",
            "the flow shares of all cerebral beds add up to");
    }

    [Fact]
    public void A_vessel_that_ends_where_it_begins_is_refused()
    {
        VesselRow vessel = ShippedModel.Model.Vessels.Single(row => row.Id == "azygos");
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell("vessels.csv", "azygos,", "to", vessel.From);
        Assert.Contains(model.Faults(), fault => fault.Line == line && fault.Key == "to" && fault.Value == vessel.From
            && fault.Message.Contains("the two ends must differ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_word_is_refused_and_the_nearest_suggested() =>
        SingleCell("vessels.csv", "ijv_right_j2,", "space", "tisue", "did you mean tissue?");

    [Fact]
    public void A_parameter_outside_its_range_is_refused() =>
        SingleCell("parameters.csv", "heart.rate_per_min,", "value", "300", "from 20 to 220 1/min");

    [Fact]
    public void A_parameter_with_another_unit_than_its_path_says_is_refused() =>
        SingleCell("parameters.csv", "blood.volume_mL,", "unit", "L", "must be mL, as the path says");

    [Fact]
    public void A_missing_parameter_and_an_unknown_one_are_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Cell("parameters.csv", "heart.rate_per_min,", "path", "heart.rat_per_min");
        IReadOnlyList<Fault> faults = model.Faults();
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Line == line
            && fault.Message.Contains("did you mean heart.rate_per_min?", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Value == "heart.rate_per_min"
            && fault.Message.StartsWith("is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Header_faults_name_missing_unknown_and_double_columns()
    {
        ShippedModel model = ShippedModel.Copy();
        model.With("walls.csv", model.Text("walls.csv").Replace("id,law,", "id,lwa,", StringComparison.Ordinal));
        IReadOnlyList<Fault> faults = model.Faults();
        Assert.Contains(faults, fault => fault.ToString()
            .EndsWith("walls.csv:1: law: this column is missing", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Key == "lwa"
            && fault.Message.EndsWith("did you mean law?", StringComparison.Ordinal));
        model = ShippedModel.Copy();
        model.With("walls.csv", model.Text("walls.csv").Replace("id,law,", "id,id,", StringComparison.Ordinal));
        Assert.Contains(model.Faults(), fault => fault is { Key: "id", Line: 1 }
            && fault.Message == "this column stands twice");
    }

    [Fact]
    public void A_table_cut_off_in_the_middle_of_a_line_is_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        string text = model.Text("beds.csv");
        string cut = text[..(text.Length - 60)];
        model.With("beds.csv", cut);
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal(cut.Count(c => c == '\n') + 1, fault.Line);
        Assert.Contains("cut off", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_field_too_few_is_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Add("walls.csv", "another,rigid");
        Single(model, $"walls.csv:{line}", "", "", "has 2 fields where the header has 8");
    }

    [Fact]
    public void A_missing_table_is_refused() =>
        Single(ShippedModel.Copy().Without("valves.csv"), "valves.csv", "", "", "this file is missing");

    [Theory]
    [InlineData("schema: azygos-model/1", "schema: azygos-model/2", "schema", "azygos-model/2",
        "it reads azygos-model/1")]
    [InlineData("id: healthy-adult-lumped", "id: somebody", "id", "somebody", "must be the name of the folder")]
    [InlineData("name: ", "nmae: ", "nmae", "", "did you mean name?")]
    [InlineData("vessels: lumped", "vessels: wave", "vessels", "wave", "did you mean waves?")]
    public void A_wrong_manifest_is_refused(string old, string now, string key, string value, string message)
    {
        ShippedModel model = ShippedModel.Copy();
        string text = model.Text("model.yaml").Replace(old, now, StringComparison.Ordinal);
        model.With("model.yaml", text);
        Fault fault = Assert.Single(model.Faults(), fault => fault.Key == key);
        Assert.Equal((value,
            Array.FindIndex(text.Split('\n'), line => line.StartsWith(now, StringComparison.Ordinal)) + 1),
            (fault.Value, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        ShippedModel model = ShippedModel.Copy();
        model.Cell("vessels.csv", "ijv_right_j2,", "length_cm", "-1");
        model.Cell("vessels.csv", "ijv_right_j2,", "space", "nowhere");
        model.Cell("parameters.csv", "heart.rate_per_min,", "value", "1");
        model.Cell("beds.csv", ShippedModel.Model.Beds[0].Id + ",", "vein", "nowhere");
        model.Cell("validation.csv", ShippedModel.Model.Validation[0].Id + ",", "high", "-1");
        Assert.Equal(5, model.Faults().Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        Fault fault = Assert.Single(
            Assert.Throws<InputRefusedException>(() => ModelReader.Read("no-such-folder")).Faults);
        Assert.Equal("no-such-folder: is not a folder", fault.ToString());
    }

    [Fact]
    public void A_stray_table_is_refused_and_the_nearest_suggested()
    {
        using TemporaryFolder temporary = new();
        string folder = Path.Combine(temporary.Path, ShippedModel.Id);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(ShippedModel.Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        Assert.Equal(ShippedModel.Model.Hash, ModelReader.Read(folder).Hash);
        File.WriteAllText(Path.Combine(folder, "vessles.csv"), "id\n");
        Fault fault = Assert.Single(Assert.Throws<InputRefusedException>(() => ModelReader.Read(folder)).Faults);
        Assert.Contains("did you mean vessels.csv?", fault.Message, StringComparison.Ordinal);
    }
}
