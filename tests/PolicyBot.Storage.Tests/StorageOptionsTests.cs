using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, null, null)]
    [InlineData(StorageProvider.PostgreSql, "Host=h", null)]
    [InlineData(
        StorageProvider.PostgreSql, " ", "Storage:ConnectionString is missing; set it to connect to PostgreSQL")]
    [InlineData(
        StorageProvider.Sqlite, "Host=h",
        "Storage:ConnectionString is only for PostgreSQL; set Storage:Provider to PostgreSql, or remove it")]
    [InlineData((StorageProvider)7, null, "Storage:Provider must be Sqlite or PostgreSql")]
    public void Validate_Settings_NamesTheFix(StorageProvider provider, string? connectionString, string? expected)
    {
        var options = new StorageOptions { Provider = provider, ConnectionString = connectionString };
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);

        Assert.Equal(expected, results.SingleOrDefault()?.ErrorMessage);
    }
}
