using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Loading;

/// <summary>
/// Makes an ordinary rule set of one that is written as changes over another: takes out, changes, adds, by id. Works on
/// the trees of the files, so that whatever is wrong later is still told at its place in the file it stands in.
/// </summary>
internal sealed class RuleSetExtension(DiagnosticBag diagnostics)
{
    private static readonly string[] NotTakenOver = ["$schema", "id", "version", "period", "effectiveFrom", "replaces"];
    private static readonly string[] OfTheExtension = ["extends", "remove", "change", "add"];
    private static readonly string[] TreeLists = ["sections", "criteria", "bonuses", "deductions"];

    /// <summary>The base with the changes made.</summary>
    public JsonObjectNode Apply(JsonObjectNode baseRoot, JsonObjectNode extension)
    {
        var root = new JsonObjectNode(extension.Source, extension.Start,
        [
            .. extension.Members.Where(member => !OfTheExtension.Contains(member.Name)),
            .. baseRoot.Members.Where(member => !NotTakenOver.Contains(member.Name) && extension.Find(member.Name) is null),
        ]);
        foreach (var area in Areas(extension, "remove"))
            foreach (var id in ((JsonArrayNode)area.Value).Items.Cast<JsonScalarNode>())
                root = Edit(root, area.Name, id.Text, id.Place, _ => null);
        foreach (var area in Areas(extension, "change"))
            root = Change(root, area);
        foreach (var area in Areas(extension, "add"))
            root = Add(root, area);
        return root;
    }

    private static IEnumerable<JsonMember> Areas(JsonObjectNode extension, string key) =>
        extension.Find(key)?.Value is JsonObjectNode areas ? areas.Members.Where(area => area.Value is not JsonScalarNode { Type: JsonTokenType.Null }) : [];

    private JsonObjectNode Change(JsonObjectNode root, JsonMember area)
    {
        if (area.Name is "total" or "ranking" || area.Value is not JsonObjectNode changes)
            return With(root, area, Merged(root.Find(area.Name)?.Value, area.Value));
        foreach (var change in changes.Members)
            root = Edit(root, area.Name, change.Name, change.NamePlace, old => Merged(old, change.Value));
        return root;
    }

    private JsonObjectNode Add(JsonObjectNode root, JsonMember area)
    {
        if (area.Value is JsonObjectNode members)
        {
            var old = root.Find(area.Name)?.Value as JsonObjectNode;
            foreach (var member in members.Members)
                if (old?.Find(member.Name) is { } taken)
                    ReportThere(member.Name, member.NamePlace, taken.NamePlace);
            return With(root, area, members with { Members = [.. old?.Members ?? [], .. members.Members] });
        }
        foreach (var item in ((JsonArrayNode)area.Value).Items)
        {
            if (item is not JsonObjectNode addition)
            {
                var texts = root.Find(area.Name)?.Value as JsonArrayNode;
                root = With(root, area, new JsonArrayNode(item.Source, item.Start, [.. texts?.Items ?? [], item])); // assumptions
                continue;
            }
            root = Add(root, area, addition);
        }
        return root;
    }

    private JsonObjectNode Add(JsonObjectNode root, JsonMember area, JsonObjectNode addition)
    {
        string? id = Text(addition, "id"), parent = Text(addition, "in"), before = Text(addition, "before");
        var item = addition with { Members = [.. addition.Members.Where(member => member.Name is not ("in" or "before"))] };
        if (id is not null && Parts(root, area.Name).FirstOrDefault(part => Text(part, "id") == id) is { } taken)
        {
            ReportThere(id, addition.Find("id")!.Value.Place, taken.Place);
            return root;
        }
        if (area.Name != "criteria")
            return With(root, area, Insert(root.Find(area.Name)?.Value, item, before, addition));
        if (parent is null)
        {
            diagnostics.Add(RuleSetDiagnostics.MissingKey.At(addition.Place, ("key", "in")));
            return root;
        }
        return Edit(root, "criteria", parent, addition.Find("in")!.Value.Place, node =>
            With((JsonObjectNode)node, area, Insert(((JsonObjectNode)node).Find("criteria")?.Value, item, before, addition)));
    }

    private JsonArrayNode Insert(JsonNode? list, JsonObjectNode item, string? before, JsonObjectNode addition)
    {
        var items = list is JsonArrayNode old ? old.Items.ToList() : [];
        int at = before is null ? items.Count : items.FindIndex(other => other is JsonObjectNode node && Text(node, "id") == before);
        if (at < 0)
        {
            diagnostics.Add(RuleSetDiagnostics.NotThere.At(addition.Find("before")!.Value.Place, ("id", before), ("suggestion", Suggestion.Nearest(before!, Ids(items)))));
            at = items.Count;
        }
        items.Insert(at, item);
        var place = list ?? item;
        return new JsonArrayNode(place.Source, place.Start, items);
    }

    private static JsonNode Merged(JsonNode? old, JsonNode value) =>
        old is JsonObjectNode parent && value is JsonObjectNode keys ? Merge(parent, keys) : value;

    /// <summary>Keys of the second replace those of the first; a manner without type is merged likewise.</summary>
    private static JsonObjectNode Merge(JsonObjectNode old, JsonObjectNode changes)
    {
        foreach (var change in changes.Members)
        {
            var value = change is { Name: "manner", Value: JsonObjectNode keys } && keys.Find("type") is null
                ? Merged(old.Find("manner")?.Value, keys) : change.Value;
            old = value is JsonScalarNode { Type: JsonTokenType.Null }
                ? old with { Members = [.. old.Members.Where(member => member.Name != change.Name)] }
                : Put(old, change with { Value = value });
        }
        return old;
    }

    /// <summary>Edits what has an id in an area, or takes it out; reports if nothing has it.</summary>
    private JsonObjectNode Edit(JsonObjectNode root, string area, string id, Place place, Func<JsonNode, JsonNode?> edit)
    {
        bool isFound = false;
        var edited = area == "criteria" ? EditTree(root, id, edit, ref isFound) : EditArea(root, area, id, edit, ref isFound);
        if (isFound)
            return edited;
        var known = root.Find(area)?.Value is JsonObjectNode map ? map.Members.Select(member => member.Name) : Ids(Parts(root, area));
        diagnostics.Add(RuleSetDiagnostics.NotThere.At(place, ("id", id), ("suggestion", Suggestion.Nearest(id, known))));
        return root;
    }

    /// <summary>Edits a member of a map, or an item of a list, at the top of the file.</summary>
    private static JsonObjectNode EditArea(JsonObjectNode root, string area, string id, Func<JsonNode, JsonNode?> edit, ref bool isFound)
    {
        if (root.Find(area) is not { } member)
            return root;
        if (member.Value is JsonArrayNode list)
            return With(root, member, EditList(list, id, edit, ref isFound));
        if (member.Value is not JsonObjectNode map || map.Find(id) is not { } old)
            return root;
        isFound = true;
        return With(root, member, edit(old.Value) is { } edited ? With(map, old, edited)
            : map with { Members = [.. map.Members.Where(other => other != old)] });
    }

    private static JsonArrayNode EditList(JsonArrayNode list, string id, Func<JsonNode, JsonNode?> edit, ref bool isFound)
    {
        var items = new List<JsonNode>();
        foreach (var item in list.Items)
        {
            bool isIt = item is JsonObjectNode node && Text(node, "id") == id;
            isFound |= isIt;
            if ((isIt ? edit(item) : item) is { } kept)
                items.Add(kept);
        }
        return list with { Items = items };
    }

    /// <summary>Edits the section, criterion, bonus or deduction of that id, wherever it stands.</summary>
    private static JsonObjectNode EditTree(JsonObjectNode node, string id, Func<JsonNode, JsonNode?> edit, ref bool isFound)
    {
        foreach (string name in TreeLists)
        {
            if (node.Find(name) is not { Value: JsonArrayNode list } member)
                continue;
            var edited = EditList(list, id, edit, ref isFound);
            if (!isFound)
            {
                var items = new List<JsonNode>();
                foreach (var item in list.Items)
                    items.Add(item is JsonObjectNode child ? EditTree(child, id, edit, ref isFound) : item);
                edited = list with { Items = items };
            }
            if (isFound)
                return With(node, member, edited);
        }
        return node;
    }

    /// <summary>What an area lists; the criteria, sections, bonuses and deductions are one tree.</summary>
    private static IEnumerable<JsonObjectNode> Parts(JsonObjectNode root, string area) =>
        TreeLists.Contains(area) ? Tree(root) : (root.Find(area)?.Value as JsonArrayNode)?.Items.OfType<JsonObjectNode>() ?? [];

    private static IEnumerable<JsonObjectNode> Tree(JsonObjectNode node) => TreeLists
        .Select(name => node.Find(name)?.Value).OfType<JsonArrayNode>().SelectMany(list => list.Items).OfType<JsonObjectNode>()
        .SelectMany(child => Tree(child).Prepend(child));

    /// <summary>The object with another value for a member; that keeps its place, or comes last.</summary>
    private static JsonObjectNode With(JsonObjectNode node, JsonMember member, JsonNode value) =>
        Put(node, (node.Find(member.Name) ?? member) with { Value = value });

    private static JsonObjectNode Put(JsonObjectNode node, JsonMember member) => node with
    {
        Members = node.Find(member.Name) is null
            ? [.. node.Members, member]
            : [.. node.Members.Select(other => other.Name == member.Name ? member : other)],
    };

    private static string? Text(JsonObjectNode node, string key) => node.Find(key)?.Value is JsonScalarNode { Type: JsonTokenType.String } scalar ? scalar.Text : null;

    private static IEnumerable<string> Ids(IEnumerable<JsonNode> items) => items.OfType<JsonObjectNode>().Select(item => Text(item, "id")).OfType<string>();

    private void ReportThere(string id, Place place, Place taken) =>
        diagnostics.Add(RuleSetDiagnostics.AlreadyThere.At(place, ("id", id)) with { Related = taken });
}
