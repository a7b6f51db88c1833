/* python3.dll: nothing of its own, every export is passed on to python311.dll (python3.def). */
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved)
{
    (void)instance; (void)reason; (void)reserved;
    return 1;
}
