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
                root = Remove(root, area.Name, id);
        foreach (var area in Areas(extension, "change"))
            root = Change(root, area);
        foreach (var area in Areas(extension, "add"))
            root = Add(root, area);
        return root;
    }

    private static IEnumerable<JsonMember> Areas(JsonObjectNode extension, string key) =>
        extension.Find(key)?.Value is JsonObjectNode areas ? areas.Members.Where(area => area.Value is not JsonScalarNode { Type: JsonTokenType.Null }) : [];

    private JsonObjectNode Remove(JsonObjectNode root, string area, JsonScalarNode id)
    {
        bool isFound = false;
        var changed = area == "criteria"
            ? EditTree(root, id.Text, _ => null, ref isFound)
            : EditArea(root, area, id.Text, _ => null, ref isFound);
        if (!isFound)
            ReportNotThere(root, area, id.Text, id.Place);
        return changed;
    }

    private JsonObjectNode Change(JsonObjectNode root, JsonMember area)
    {
        if (area.Name is "total" or "ranking" || area.Value is not JsonObjectNode changes)
            return With(root, area, root.Find(area.Name)?.Value is JsonObjectNode old && area.Value is JsonObjectNode keys ? Merge(old, keys) : area.Value);
        foreach (var change in changes.Members)
        {
            bool isFound = false;
            root = area.Name == "criteria"
                ? EditTree(root, change.Name, Merged, ref isFound)
                : EditArea(root, area.Name, change.Name, Merged, ref isFound);
            if (!isFound)
                ReportNotThere(root, area.Name, change.Name, change.NamePlace);

            JsonNode Merged(JsonNode old) => old is JsonObjectNode parent && change.Value is JsonObjectNode keys ? Merge(parent, keys) : change.Value;
        }
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
            return With(root, area, new JsonObjectNode(members.Source, members.Start, [.. old?.Members ?? [], .. members.Members]));
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
        var item = new JsonObjectNode(addition.Source, addition.Start, [.. addition.Members.Where(member => member.Name is not ("in" or "before"))]);
        bool isTree = TreeLists.Contains(area.Name);
        if (id is not null && (isTree ? FindInTree(root, id) : FindInList(root.Find(area.Name)?.Value, id)) is { } taken)
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
        bool isFound = false;
        root = EditTree(root, parent, node => With((JsonObjectNode)node, area, Insert(((JsonObjectNode)node).Find("criteria")?.Value, item, before, addition)), ref isFound);
        if (!isFound)
            ReportNotThere(root, "criteria", parent, addition.Find("in")!.Value.Place);
        return root;
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
        return list is null ? new JsonArrayNode(item.Source, item.Start, items) : new JsonArrayNode(list.Source, list.Start, items);
    }

    /// <summary>Keys of the second replace those of the first; a manner without type is merged likewise.</summary>
    private static JsonObjectNode Merge(JsonObjectNode old, JsonObjectNode changes)
    {
        var members = old.Members.ToList();
        foreach (var change in changes.Members)
        {
            int at = members.FindIndex(member => member.Name == change.Name);
            var value = change.Name == "manner" && at >= 0 && members[at].Value is JsonObjectNode manner && change.Value is JsonObjectNode keys && keys.Find("type") is null
                ? Merge(manner, keys)
                : change.Value;
            if (value is JsonScalarNode { Type: JsonTokenType.Null })
            {
                if (at >= 0)
                    members.RemoveAt(at);
                continue;
            }
            var merged = change with { Value = value };
            if (at < 0)
                members.Add(merged);
            else
                members[at] = merged;
        }
        return new JsonObjectNode(old.Source, old.Start, members);
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
        var edited = edit(old.Value);
        return With(root, member, new JsonObjectNode(map.Source, map.Start,
            [.. map.Members.Where(other => other != old || edited is not null).Select(other => other == old ? other with { Value = edited! } : other)]));
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
        return new JsonArrayNode(list.Source, list.Start, items);
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
                edited = new JsonArrayNode(list.Source, list.Start, items);
            }
            if (isFound)
                return With(node, member, edited);
        }
        return node;
    }

    private static JsonObjectNode? FindInTree(JsonObjectNode node, string id) => TreeLists
        .Select(name => node.Find(name)?.Value).OfType<JsonArrayNode>().SelectMany(list => list.Items).OfType<JsonObjectNode>()
        .Select(child => Text(child, "id") == id ? child : FindInTree(child, id)).FirstOrDefault(found => found is not null);

    private static JsonObjectNode? FindInList(JsonNode? list, string id) =>
        (list as JsonArrayNode)?.Items.OfType<JsonObjectNode>().FirstOrDefault(item => Text(item, "id") == id);

    private static JsonObjectNode With(JsonObjectNode node, JsonMember member, JsonNode value) => new(node.Source, node.Start,
        node.Find(member.Name) is null
            ? [.. node.Members, member with { Value = value }]
            : [.. node.Members.Select(other => other.Name == member.Name ? other with { Value = value } : other)]);

    private static string? Text(JsonObjectNode node, string key) => node.Find(key)?.Value is JsonScalarNode { Type: JsonTokenType.String } scalar ? scalar.Text : null;

    private static IEnumerable<string> Ids(IEnumerable<JsonNode> items) => items.OfType<JsonObjectNode>().Select(item => Text(item, "id")).OfType<string>();

    private static IEnumerable<string> TreeIds(JsonObjectNode node) => TreeLists
        .Select(name => node.Find(name)?.Value).OfType<JsonArrayNode>().SelectMany(list => list.Items).OfType<JsonObjectNode>()
        .SelectMany(child => TreeIds(child).Concat(Ids([child])));

    private void ReportNotThere(JsonObjectNode root, string area, string id, Place place)
    {
        var known = area == "criteria" ? TreeIds(root) : root.Find(area)?.Value switch
        {
            JsonObjectNode map => map.Members.Select(member => member.Name),
            JsonArrayNode list => Ids(list.Items),
            _ => [],
        };
        diagnostics.Add(RuleSetDiagnostics.NotThere.At(place, ("id", id), ("suggestion", Suggestion.Nearest(id, known))));
    }

    private void ReportThere(string id, Place place, Place taken) =>
        diagnostics.Add(RuleSetDiagnostics.AlreadyThere.At(place, ("id", id)) with { Related = taken });
}
