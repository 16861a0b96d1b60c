
namespace PolicyBot.ConsoleChat;

/// <summary>Recognizes that writing failed because the reader of a pipe has closed it.</summary>
internal static class BrokenPipe
{
    private const int Epipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    public static bool Is(IOException e) => e.HResult is Epipe or WindowsBrokenPipe or WindowsNoData;
}
