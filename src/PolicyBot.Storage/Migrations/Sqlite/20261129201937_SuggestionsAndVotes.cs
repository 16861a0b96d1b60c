using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SuggestionsAndVotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "first_at",
                table: "questions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
            // Since when older questions are asked is unknown.
            migrationBuilder.Sql("UPDATE questions SET first_at = last_at");

            migrationBuilder.AddColumn<string>(
                name: "suggested_entry",
                table: "questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "vote_keys",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vote_keys", x => x.community);
                });

            migrationBuilder.CreateTable(
                name: "votes",
                columns: table => new
                {
                    community = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    is_helpful = table.Column<bool>(type: "INTEGER", nullable: false),
                    was_not_helpful = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_votes", x => new { x.community, x.hash });
                });

            migrationBuilder.CreateIndex(
                name: "ix_votes_at",
                table: "votes",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "vote_keys");

            migrationBuilder.DropTable(
                name: "votes");

            migrationBuilder.DropColumn(
                name: "first_at",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "suggested_entry",
                table: "questions");
        }
    }
}
