using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyBot.ModelBuilder;

/// <summary>Reads resources embedded in an assembly without loading it.</summary>
internal static class EmbeddedResources
{
    /// <summary>Reads the resource whose name ends with a text.</summary>
    /// <exception cref="InvalidDataException">There is no such resource.</exception>
    public static byte[] Read(PEReader assembly, string nameEnd)
    {
        var metadata = assembly.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (!metadata.GetString(resource.Name).EndsWith(nameEnd, StringComparison.Ordinal)) continue;

            var start = assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
            var reader = assembly.GetSectionData(start).GetReader();
            reader.Offset = checked((int)resource.Offset);
            return reader.ReadBytes(reader.ReadInt32());
        }

        throw new InvalidDataException($"The package has no resource {nameEnd}; restore the package again.");
    }
}
