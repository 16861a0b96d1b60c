namespace PolicyBot.Knowledge.Encoding;

/// <summary>Chooses the fastest kernels that this machine supports.</summary>
internal static class FastestKernels
{
    public static EncoderKernels Instance { get; } =
        WideKernels.IsSupported ? new WideKernels()
        : PortableKernels.IsSupported ? new PortableKernels()
        : new ScalarKernels();
}
