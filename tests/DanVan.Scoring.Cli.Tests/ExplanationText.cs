using System.Globalization;
using System.Text.RegularExpressions;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Reads an explanation as a person with a pocket calculator would, and adds it up.</summary>
internal static partial class ExplanationText
{
    /// <summary>
    /// The points of the leaves, each with its clause and the cells or the panel's word behind it, make the score: rescaled
    /// to 100 where something does not apply, bonuses (T) and deductions (X) added.
    /// </summary>
    public static void AssertAddsUp(string text, decimal score)
    {
        string[] lines = text.Split('\n');
        var nodes = lines.Index().Select(line => (line.Index, Match: Head().Match(line.Item))).Where(found => found.Match.Success).ToList();
        var ids = nodes.Select(node => node.Match.Groups["id"].Value).ToList();
        decimal earned = 0, applicable = 0, extra = 0;
        int leaves = 0;
        foreach (var (i, node) in nodes.Index())
        {
            string id = ids[i];
            Assert.Contains("[KH439 ", node.Match.Value, StringComparison.Ordinal);
            if (ids.Any(other => other.StartsWith(id + ".", StringComparison.Ordinal)))
                continue;
            leaves++;
            int end = i + 1 < nodes.Count ? nodes[i + 1].Index : lines.Length;
            string body = string.Join('\n', lines[(node.Index + 1)..end]);
            if (!node.Match.Groups["points"].Success)
                continue; // not applicable or missing
            Assert.True(body.Contains("results.csv row ", StringComparison.Ordinal) || body.Contains("appraised: ", StringComparison.Ordinal), $"{id} names neither cells nor the panel:\n{body}");
            Assert.Contains(" = ", body, StringComparison.Ordinal);
            decimal points = Number(node.Match.Groups["points"].Value);
            if (id[0] is 'T' or 'X')
            {
                extra += points;
                continue;
            }
            earned += points;
            applicable += Number(node.Match.Groups["max"].Value);
        }
        Assert.Equal(31, leaves);
        applicable += Missing(lines);
        decimal expected = Math.Clamp((earned * 100 / applicable) + extra, 0, 100);
        Assert.Equal(decimal.Round(expected, 9, MidpointRounding.AwayFromZero), decimal.Round(score, 9, MidpointRounding.AwayFromZero));
        Assert.Contains(lines, line => line.StartsWith("score: ", StringComparison.Ordinal)
            && Number(line.Trim()["score: ".Length..]) == decimal.Round(score, 9, MidpointRounding.AwayFromZero));
    }

    /// <summary>A missing criterion stays in the scale: its section's maximum shows by how much.</summary>
    private static decimal Missing(string[] lines)
    {
        decimal sections = lines.Select(line => Head().Match(line)).Where(match => match.Success && match.Groups["id"].Value.Length == 1 && match.Groups["points"].Success)
            .Sum(match => Number(match.Groups["max"].Value));
        decimal leaves = lines.Select(line => Head().Match(line)).Where(match => match.Success && match.Groups["points"].Success)
            .Where(match => match.Groups["id"].Value is { Length: > 1 } id && id[0] is not ('T' or 'X') && id != "F.1")
            .Sum(match => Number(match.Groups["max"].Value));
        return sections - leaves;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ *(?<id>[A-Z](\.\d+)*)  .*: ((?<points>-?[\d.]+) / (?<max>[\d.]+)|not applicable|missing)( \[.*\])?\r?$")]
    private static partial Regex Head();
}
