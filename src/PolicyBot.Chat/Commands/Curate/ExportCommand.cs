using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Writing;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// <c>/curate export</c>: attaches the article's folder with the server's changes, as it would be shipped.
/// </summary>
internal sealed class ExportCommand(CurateServices services, ArticlesFolder folder, IClock clock)
    : CurateCommand(Name, "Download the article's folder with this server's changes.", [], services)
{
    public const string Name = "export";

    protected override Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken) =>
        Task.FromResult(set.Set.Evidence.Any(e => e.IsWithheld)
            ? Reply.Refusal(CurateTexts.CannotExport)
            : new Reply
            {
                Title = CurateTexts.ExportTitle,
                Blocks = [new Block.Paragraph(CurateTexts.Exported(set.Set.Questions.Any(q => q.Source is not null)))],
                File = new AttachedFile($"{set.Article}.zip", "application/zip", Write(set), CurateTexts.ExportTitle),
            });

    private byte[] Write(CuratedSet set)
    {
        var now = clock.GetCurrentInstant();
        var date = now.InUtc().Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var files = KnowledgeWriter.Write(set.Set, CurateTexts.ExportComment(date));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(SetFileNames.Article, folder.ReadArticle(set.Shipped.Folder));
            Add(SetFileNames.Knowledge, Encoding.UTF8.GetBytes(files.Knowledge));
            if (files.Phrasings is { } phrasings) Add(SetFileNames.Phrasings, Encoding.UTF8.GetBytes(phrasings));

            void Add(string name, byte[] content)
            {
                var entry = archive.CreateEntry($"{set.Article}/{name}");
                entry.LastWriteTime = now.ToDateTimeOffset();
                using var file = entry.Open();
                file.Write(content);
            }
        }

        return stream.ToArray();
    }
}
