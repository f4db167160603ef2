using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SupplierEsg.Application;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Web.Pages.Settings;
using SupplierEsg.Web.Support;

namespace SupplierEsg.UnitTests.Content;

/// <summary>What the product says to people, found in its sources and, where a sentence is made by code, by running it.</summary>
internal static partial class Sentences
{
    private static readonly Assembly[] Assemblies = [typeof(RuleBroken).Assembly, typeof(ApplicationSetup).Assembly, typeof(AppDb).Assembly, typeof(Words).Assembly];

    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Files = new(() => [.. ReadSources()]);

    /// <summary>Each sentence that needs a translation, with the places it stands in.</summary>
    public static ILookup<string, string> Said() =>
        Files.Value.SelectMany(file => KeysOf(file.Text).Select(key => (key, file.File)))
            .Concat(Refusals().Select(refusal => (refusal.Template, refusal.Origin)))
            .Concat(Listed())
            .Distinct().ToLookup(said => said.Item1, said => said.Item2);

    /// <summary>Every text between quotation marks anywhere.</summary>
    public static HashSet<string> Written() =>
        [.. Files.Value.SelectMany(file => Literal().Matches(file.Text).Select(match => Unescaped(match.Groups["text"].Value)).Concat(Joined(file.Text)))];

    public static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> KeysOf(string text) =>
        Key().Matches(text).SelectMany(match => match.Groups["text"].Captures).Select(capture => Unescaped(capture.Value));

    /// <summary>"a" + "b" is one sentence.</summary>
    private static IEnumerable<string> Joined(string text) =>
        Sum().Matches(text).Select(match => string.Concat(match.Groups["text"].Captures.Select(capture => Unescaped(capture.Value))));

    // Refusals and notices are made by catalogues of static methods; each is asked for what it says.
    private static IEnumerable<(string Template, string Origin)> Refusals() =>
        from assembly in Assemblies
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !method.ContainsGenericParameters && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike) && method.ReturnType.GetProperty("Template")?.PropertyType == typeof(string)
        from arguments in Arguments(method)
        let template = Template(method, arguments)
        // What comes back as it was given is no sentence of the catalogue's own.
        where template is not null && template.Contains(' ')
        select (template, $"{type.Name}.{method.Name}");

    private static string? Template(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments) is { } made ? (string?)made.GetType().GetProperty("Template")!.GetValue(made) : null;
        }
        catch (TargetInvocationException)
        {
            // It wants more than an empty thing; its sentence is found in the source.
            return null;
        }
    }

    /// <summary>Once for each value of its first choice, since some have a sentence for each.</summary>
    private static IEnumerable<object?[]> Arguments(MethodInfo method)
    {
        var kinds = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        var choice = kinds.FindIndex(kind => kind.IsEnum);
        var plain = kinds.Select(Dummy).ToArray();
        if (choice < 0)
            return [plain];
        return Enum.GetValues(kinds[choice]).Cast<object>().Select(value => plain.Select((argument, index) => index == choice ? value : argument).ToArray());
    }

    private static object? Dummy(Type type) =>
        type == typeof(string) ? "x"
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsClass && !type.IsAbstract && !type.IsByRef && !type.IsArray && !type.IsSubclassOf(typeof(Delegate)) ? RuntimeHelpers.GetUninitializedObject(type)
        : null;

    /// <summary>Words that stand in lists and come to the page from there.</summary>
    private static IEnumerable<(string, string)> Listed() =>
        ProductCategory.All.Select(category => (category.Name, nameof(ProductCategory)))
            .Concat(Enum.GetNames<Role>().Select(role => (role, nameof(Role))))
            .Concat(RoleBoxes.All.Select(box => (box.What, nameof(RoleBoxes))))
            .Concat(Navigation.Desk.Concat(Navigation.Portal).Select(place => (place.Label, nameof(Navigation))))
            .Concat(EventWords.All.Select(name => (EventWords.Of(name), nameof(EventWords))));

    private static IEnumerable<(string File, string Text)> ReadSources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SupplierEsg.sln")))
            root = root.Parent!;
        var source = Path.Combine(root.FullName, "src");
        string[] passed = ["obj", "bin", "Migrations"];
        foreach (var path in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories))
            if (Path.GetExtension(path) is ".cs" or ".cshtml" && !path.Split(Path.DirectorySeparatorChar).Any(passed.Contains))
                yield return (Path.GetRelativePath(source, path).Replace('\\', '/'), Comment().Replace(File.ReadAllText(path), Uncommented));
    }

    // Texts are matched along with comments, so that "https://" is not taken for the beginning of one.
    private static string Uncommented(Match match) => match.Value[0] is '/' or '@' && !match.Value.StartsWith("@\"", StringComparison.Ordinal) ? " " : match.Value;

    private static string Unescaped(string written)
    {
        try
        {
            return Regex.Unescape(written);
        }
        catch (ArgumentException)
        {
            return written;
        }
    }

    private const string Quoted = """
        "(?<text>(?:[^"\\\r\n]|\\.)*)"
        """;

    [GeneratedRegex(""""
        """[\s\S]*?"""|@"(?:[^"]|"")*"|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)'|//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@
        """")]
    private static partial Regex Comment();

    [GeneratedRegex(Quoted)]
    private static partial Regex Literal();

    [GeneratedRegex(Quoted + @"(?:\s*\+\s*" + Quoted + ")+")]
    private static partial Regex Sum();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    // T["…"], also as a choice of two; what letters say, In("…"), also as a choice of two, and texts.In(language, "…");
    // Say("…"); WithMessage("…"); new RuleBroken("code", "…") and new("some.code", "…").
    [GeneratedRegex(
        @"(?<![\w.])(?:T|t|words|Words)\[\s*(?:[^""\[\]]*\?\s*)?" + Quoted + @"(?:\s*:\s*" + Quoted + @")?"
        + @"|(?<![\w.])In\((?!""en"")\s*(?:[^""()]*\?\s*)?" + Quoted + @"(?:\s*:\s*" + Quoted + @")?"
        + @"|\btexts\.In\([\w.]+,\s*" + Quoted
        + @"|\b(?:Say|WithMessage)\(\s*" + Quoted
        + @"|\bnew(?:\s+RuleBroken)?\(\s*""[a-z0-9-]+(?:\.[a-z0-9-]+)+""\s*,\s*" + Quoted + @"(?!\s*\+)")]
    private static partial Regex Key();
}
