using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>
/// The code stands in floors: each namespace uses only those above it in the list of docs/architecture.md. Read from the
/// assemblies as they are built.
/// </summary>
public sealed partial class FloorTests
{
    private static readonly string[] Assemblies = ["DanVan.Scoring", "DanVan.Scoring.Files", "DanVan.Scoring.Reports", "danvan"];

    private static readonly Lazy<IReadOnlyList<(string From, string To, string By)>> References = new(() => [.. Assemblies.SelectMany(ReferencesOf).Distinct()]);

    [Fact]
    public void Page_ListsEveryNamespace() => Assert.Equal(
        Assemblies.SelectMany(name => Module(name).Types).Select(type => type.Namespace).Where(IsOurs).Distinct().Order(StringComparer.Ordinal),
        Floors().Order(StringComparer.Ordinal));

    [Fact]
    public void NoNamespace_UsesOneBelowIt()
    {
        var upwards = Upwards(Floors(), References.Value).ToList();
        Assert.True(upwards.Count == 0, string.Join("\n", upwards));
    }

    [Fact]
    public void NoTwoNamespaces_UseEachOther()
    {
        var pairs = References.Value.Select(reference => (reference.From, reference.To)).ToHashSet();
        Assert.DoesNotContain(pairs, pair => pairs.Contains((pair.To, pair.From)));
    }

    [Fact]
    public void AReferenceUpwards_IsFound() =>
        Assert.Equal(["A uses B below it: X.Y()"], Upwards(["A", "B"], [("A", "B", "X.Y()"), ("B", "A", "Z")]));

    private static IEnumerable<string> Upwards(IReadOnlyList<string> floors, IEnumerable<(string From, string To, string By)> references)
    {
        var order = floors.Index().ToDictionary(floor => floor.Item, floor => floor.Index, StringComparer.Ordinal);
        return references.Where(reference => order[reference.To] > order[reference.From]).Select(reference => $"{reference.From} uses {reference.To} below it: {reference.By}");
    }

    /// <summary>The floors of all projects, as the page has them: the first uses none of the others.</summary>
    private static List<string> Floors() => [.. FloorLine().Matches(File.ReadAllText(Path.Combine(Danvan.Repository, "docs", "architecture.md"))).Select(match => match.Groups[1].Value)];

    private static ModuleDefinition Module(string assembly) => ModuleDefinition.ReadModule(System.Reflection.Assembly.Load(assembly).Location);

    private static bool IsOurs(string name) => name.StartsWith("DanVan.Scoring", StringComparison.Ordinal);

    private static IEnumerable<(string From, string To, string By)> ReferencesOf(string assembly)
    {
        foreach (var type in Module(assembly).GetTypes())
            foreach (var (used, by) in TypesUsed(type))
                if (NamespaceOf(type) is var from && NamespaceOf(used) is var to && from != to && IsOurs(from) && IsOurs(to))
                    yield return (from, to, by);
    }

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    private static IEnumerable<(TypeReference Used, string By)> TypesUsed(TypeDefinition type)
    {
        var direct = new[] { type.BaseType }.Concat(type.Interfaces.Select(one => one.InterfaceType)).Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.CustomAttributes.SelectMany(AttributeTypes)).Concat(type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType));
        foreach (var used in direct.SelectMany(Parts))
            yield return (used, type.FullName);
        foreach (var method in type.Methods)
            foreach (var used in TypesUsed(method).SelectMany(Parts))
                yield return (used, method.FullName);
    }

    private static IEnumerable<TypeReference?> TypesUsed(MethodDefinition method)
    {
        var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);
        if (!method.HasBody)
            return signature;
        return signature.Concat(method.Body.Variables.Select(variable => variable.VariableType)).Concat(method.Body.Instructions.SelectMany(TypesUsed))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType));
    }

    private static IEnumerable<TypeReference?> TypesUsed(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : []],
        _ => [],
    };

    private static IEnumerable<TypeReference?> AttributeTypes(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType);

    /// <summary>A type, its element type and its type arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    [GeneratedRegex(@"^\| `(DanVan\.Scoring[\w.]*)` \|", RegexOptions.Multiline)]
    private static partial Regex FloorLine();
}
