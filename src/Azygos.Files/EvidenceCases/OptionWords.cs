using System.Text.Json;
using Azygos.Evidence.Heterogeneity;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.EvidenceCases;

/// <summary>What one option may be: true for a value that is allowed, and the allowed values in words.</summary>
internal sealed record OptionRule(Func<PlacedValue, bool> Allows, string Allowed)
{
    /// <summary>The words it may be, where they are a closed list.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Its type in JSON.</summary>
    public string Type { get; init; } = "string";
}

/// <summary>The options of each task and what each of them may be; the names and words of the schema, closed.</summary>
/// <source choice="schema evidence-cases/1; an option that a task does not read is refused, not ignored"/>
internal static class OptionWords
{
    /// <summary>Options that name a column of numbers, or the difference of two.</summary>
    public static IReadOnlySet<string> NumberColumns { get; } = Words(
        "yi vi ai bi ci di n1 n2 m1 sd1 m2 sd2 x1 t1 x2 t2 xi ni ri TP FN FP TN n mean sd").ToHashSet();

    /// <summary>Options that name a column of text.</summary>
    public static IReadOnlySet<string> TextColumns { get; } = Words("by cluster study treatment").ToHashSet();

    private const string Effects =
        "yi vi measure ai bi ci di n1 n2 m1 sd1 m2 sd2 x1 t1 x2 t2 xi ni ri vtype add to drop00 ";
    private const string Accuracy = "TP FN FP TN ";

    private static readonly Dictionary<string, string> s_byTask = new()
    {
        ["escalc"] = Effects,
        ["univariate"] = Effects + "tau2_method test level",
        ["metaregression"] = Effects + "tau2_method test level mods interactions redundant",
        ["subgroup"] = Effects + "tau2_method test level by tau2_across_groups",
        ["mantel-haenszel"] = "measure ai bi ci di n1 n2 x1 t1 x2 t2 correct level",
        ["peto"] = "ai bi ci di n1 n2 level",
        ["regtest"] = Effects + "model predictor regtest_model",
        ["ranktest"] = Effects,
        ["trimfill"] = Effects + "tau2_method test level estimator side",
        ["failsafe"] = Effects + "type alpha",
        ["excess-significance"] = Effects + "alpha alternative",
        ["henmi-copas"] = Effects,
        ["pet-peese"] = Effects + "type",
        ["selection-model"] = Effects + "type steps alternative tau2_method",
        ["leave1out"] = Effects + "tau2_method test level order",
        ["cumulative"] = Effects + "tau2_method test level order",
        ["influence"] = Effects + "tau2_method test level",
        ["baujat"] = Effects + "tau2_method",
        ["gosh"] = Effects + "tau2_method test level subsets",
        ["permutation"] = Effects + "tau2_method test level mods exact rows",
        ["glmm"] = "measure ai bi ci di n1 n2 x1 t1 x2 t2 xi ni model tau2_method test level",
        ["ci-pi-rules"] = Effects + "tau2_method level",
        ["bayes"] = Effects + "tau_prior mu_prior",
        ["multilevel"] = Effects + "tau2_method test level mods random",
        ["robust"] = Effects + "tau2_method test level mods random cluster correction working_model",
        ["dta-descriptive"] = Accuracy,
        ["dta-deeks"] = Accuracy,
        ["dta-univariate"] = Accuracy + "type method correction",
        ["dta-bivariate"] = Accuracy + "model tau2_method correction correction_applied_to",
        ["network"] = "measure treatment n mean sd study reference tau2_method small_values",
        ["sequential-boundaries"] = "information_fractions alpha sides spending",
    };

    /// <summary>Options without which a task means nothing; effects and their columns are checked by measure.</summary>
    private static readonly Dictionary<string, string> s_required = new()
    {
        ["univariate"] = "tau2_method",
        ["metaregression"] = "tau2_method mods",
        ["subgroup"] = "tau2_method by tau2_across_groups",
        ["mantel-haenszel"] = "measure",
        ["peto"] = "ai ci",
        ["regtest"] = "predictor regtest_model",
        ["trimfill"] = "tau2_method estimator side",
        ["failsafe"] = "type",
        ["pet-peese"] = "type",
        ["selection-model"] = "steps alternative",
        ["leave1out"] = "tau2_method",
        ["cumulative"] = "tau2_method order",
        ["influence"] = "tau2_method",
        ["baujat"] = "tau2_method",
        ["gosh"] = "tau2_method",
        ["permutation"] = "tau2_method",
        ["glmm"] = "measure model tau2_method",
        ["ci-pi-rules"] = "tau2_method",
        ["bayes"] = "tau_prior",
        ["multilevel"] = "yi vi random",
        ["robust"] = "yi vi cluster correction",
        ["dta-descriptive"] = Accuracy,
        ["dta-deeks"] = Accuracy,
        ["dta-univariate"] = Accuracy + "type method",
        ["dta-bivariate"] = Accuracy + "model",
        ["network"] = "study treatment n mean sd reference small_values",
        ["sequential-boundaries"] = "information_fractions alpha sides spending",
    };

    private static readonly OptionRule s_flag =
        new(static v => v.Kind is JsonValueKind.True or JsonValueKind.False, "true or false") { Type = "boolean" };
    private static readonly OptionRule s_text =
        new(static v => v.Kind == JsonValueKind.String && v.Text.Length > 0, "words");
    private static readonly OptionRule s_share = Number(static x => x is > 0 and < 1, "a number above 0 and below 1");
    private static readonly OptionRule s_positive = Number(static x => x >= 0, "a number of 0 or above");
    private static readonly OptionRule s_list =
        new(static v => v.Kind == JsonValueKind.Array, "a list") { Type = "array" };
    private static readonly OptionRule s_column =
        new(static v => v.Kind == JsonValueKind.String && v.Text.Length > 0, "the name of a column");

    /// <summary>Rules by "task/option" where tasks differ, else by option.</summary>
    private static readonly Dictionary<string, OptionRule> s_rules = new()
    {
        ["measure"] = s_text,
        ["vtype"] = Choice("LS"),
        ["add"] = s_positive,
        ["to"] = Choice("only0 all if0all none"),
        ["drop00"] = s_flag,
        ["level"] = s_share,
        ["alpha"] = s_share,
        ["tau2_method"] = Choice(string.Join(' ', HeterogeneityEstimators.All.Select(static e => e.Key))),
        ["dta-bivariate/tau2_method"] = Choice("REML ML MM"),
        ["glmm/tau2_method"] = Choice("EE ML"),
        ["test"] = Choice("z t knha adhoc"),
        ["glmm/test"] = Choice("z"),
        ["mods"] = s_list,
        ["interactions"] = s_list,
        ["redundant"] = Choice("drop later columns", ','),
        ["tau2_across_groups"] = Choice("common separate"),
        ["correct"] = s_flag,
        ["model"] = s_text,
        ["glmm/model"] = Choice("UM.FS UM.RS CM.AL CM.EL logit"),
        ["predictor"] = Choice("se,variance,sample size,1/sample size,1/sqrt(sample size)", ','),
        ["regtest_model"] = Choice("lm rma"),
        ["estimator"] = Choice("L0 R0 Q0"),
        ["side"] = Choice("left right"),
        ["failsafe/type"] = Choice("Rosenthal Orwin Rosenberg"),
        ["pet-peese/type"] = Choice("PET PEESE"),
        ["selection-model/type"] = Choice("step function", ','),
        ["dta-univariate/type"] = Choice("DOR posLR negLR"),
        ["dta-univariate/method"] = Choice("MH DSL"),
        ["alternative"] = Choice("greater less two.sided"),
        ["steps"] = Shares("numbers above 0 and below 1, rising"),
        ["order"] = new(static v => v.Text == "input order" || v.Text.EndsWith(" ascending", StringComparison.Ordinal),
            "input order, or a column and the word ascending"),
        ["subsets"] = Choice("all non-empty", ','),
        ["exact"] = new(static v => v.Kind == JsonValueKind.True, "true") { Type = "boolean" },
        ["rows"] = new(static v => v.Text.StartsWith("first ", StringComparison.Ordinal)
            && int.TryParse(v.Text[6..], out int n) && n > 0, "the word first and a number of rows"),
        ["tau_prior"] = new(static v => v.Kind == JsonValueKind.Object && v.Members.Count == 2
            && v.Members.GetValueOrDefault("name")?.Text is "half-normal" or "half-cauchy"
            && v.Members.GetValueOrDefault("scale")?.Number > 0,
            "name half-normal or half-cauchy, and a scale above 0")
        { Type = "object" },
        ["mu_prior"] = Choice("improper uniform (density 1)", ','),
        ["random"] = s_list,
        ["robust/correction"] = Choice("CR0 CR1 CR2"),
        ["correction"] = Number(static x => x == 0.5, "0.5"),
        ["working_model"] = s_text,
        ["correction_applied_to"] =
            Choice("all studies if any cell anywhere is zero,only studies with a zero cell", ','),
        ["network/reference"] = s_text,
        ["small_values"] = Choice("desirable undesirable"),
        ["information_fractions"] = Shares("numbers above 0 and at most 1, rising"),
        ["sides"] = Number(static x => x is 1 or 2, "1 or 2"),
        ["spending"] = Choice("Lan-DeMets O'Brien-Fleming-type,Lan-DeMets Pocock-type", ','),
    };

    /// <summary>The names of the tasks.</summary>
    public static IReadOnlyCollection<string> Tasks => s_byTask.Keys;

    /// <summary>The options a task reads.</summary>
    public static string[] Of(string task) => Words(s_byTask[task]);

    /// <summary>The options a task must have.</summary>
    public static string[] RequiredBy(string task) => Words(s_required.GetValueOrDefault(task, ""));

    /// <summary>True when the task starts from one effect and variance a study.</summary>
    public static bool StartsFromEffects(string task)
        => s_byTask[task].StartsWith(Effects, StringComparison.Ordinal) || task is "mantel-haenszel" or "glmm";

    /// <summary>What an option of a task may be.</summary>
    public static OptionRule Rule(string task, string option)
        => s_rules.TryGetValue($"{task}/{option}", out OptionRule? own) ? own
            : s_rules.TryGetValue(option, out OptionRule? common) ? common : s_column;

    /// <summary>A name for that rule, the same wherever the rule is the same.</summary>
    public static string RuleName(string task, string option)
        => s_rules.ContainsKey($"{task}/{option}") ? $"{task}-{option}" : option;

    /// <summary>The columns that a measure is computed from; null for an unknown measure.</summary>
    public static string[]? ColumnsOf(string measure) => measure switch
    {
        "OR" or "RR" or "RD" or "AS" or "PETO" or "YUQ" => ["ai", "bi|n1", "ci", "di|n2"],
        "IRR" or "IRD" or "IRSD" => ["x1", "t1", "x2", "t2"],
        "PR" or "PLO" or "PAS" or "PFT" => ["xi", "ni"],
        "COR" or "UCOR" or "ZCOR" => ["ri", "ni"],
        "MD" or "SMD" or "SMDH" or "ROM" => ["m1", "sd1", "n1", "m2", "sd2", "n2"],
        _ => null,
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static OptionRule Choice(string words, char between = ' ')
    {
        string[] allowed = words.Split(between);
        return new(v => v.Kind == JsonValueKind.String && allowed.Contains(v.Text), string.Join(", ", allowed))
        {
            Words = allowed,
        };
    }

    private static OptionRule Number(Func<double, bool> holds, string words)
        => new(v => v.Kind == JsonValueKind.Number && double.IsFinite(v.Number) && holds(v.Number), words)
        {
            Type = "number",
        };

    private static OptionRule Shares(string words) => new(static v => v.Kind == JsonValueKind.Array && v.Items.Count > 0
        && v.Items.All(static i => i.Kind == JsonValueKind.Number && i.Number is > 0 and <= 1)
        && v.Items.Zip(v.Items.Skip(1), static (a, b) => a.Number < b.Number).All(static rises => rises), words)
    {
        Type = "array",
    };
}
