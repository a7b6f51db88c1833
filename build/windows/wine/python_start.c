/* python.exe and pythonw.exe for the build under Wine: only starts the library. */
#include <windows.h>

__declspec(dllimport) int Py_Main(int argc, wchar_t **argv);

#ifdef GUI
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show)
{
    (void)instance; (void)previous; (void)line; (void)show;
    return Py_Main(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv)
{
    return Py_Main(argc, argv);
}
#endif
