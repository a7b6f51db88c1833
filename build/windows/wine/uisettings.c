/* For trials under Wine only, never shipped: the WinRT class Windows.UI.ViewManagement.UISettings,
 * which Qt asks for colours and text size and without which it ends. Every interface is a table of
 * functions in the order of Windows.UI.ViewManagement.idl; the answers are those of a plain desktop. */
#include <windows.h>

typedef void *Text;
typedef struct { void **table; } Object;
typedef struct { BYTE alpha, red, green, blue; } Colour;
#define METHOD static HRESULT __stdcall

static const GUID UNKNOWN = {0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID INSPECTABLE = {0xAF86E2E0, 0xB12D, 0x4c6a, {0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90}};
static const GUID FACTORY = {0x00000035, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID AGILE = {0x94ea2b94, 0xe9cc, 0x49e0, {0xc0, 0xff, 0xee, 0x64, 0xca, 0x8f, 0x5b, 0x90}};
static const GUID SETTINGS_1 = {0x85361600, 0x1C63, 0x4627, {0xBC, 0xB1, 0x3A, 0x89, 0xE0, 0xBC, 0x9C, 0x55}};
static const GUID SETTINGS_2 = {0xBAD82401, 0x2721, 0x44F9, {0xBB, 0x91, 0x2B, 0xB2, 0x28, 0xBE, 0x44, 0x2F}};
static const GUID SETTINGS_3 = {0x03021BE4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xF7, 0xD0, 0x6D, 0x7B}};
static const GUID SETTINGS_4 = {0x52BB3002, 0x919B, 0x4D6B, {0x9B, 0x78, 0x8D, 0xD6, 0x6F, 0xF4, 0xB9, 0x3B}};

static Object settings_1, settings_2, settings_3, settings_4, factory;

METHOD query(Object *self, const GUID *wanted, void **answer)
{
    BOOL common = IsEqualGUID(wanted, &UNKNOWN) || IsEqualGUID(wanted, &INSPECTABLE) || IsEqualGUID(wanted, &AGILE);
    *answer = NULL;
    if (self == &factory) {
        if (common || IsEqualGUID(wanted, &FACTORY)) *answer = &factory;
    } else if (common || IsEqualGUID(wanted, &SETTINGS_1)) *answer = &settings_1;
    else if (IsEqualGUID(wanted, &SETTINGS_2)) *answer = &settings_2;
    else if (IsEqualGUID(wanted, &SETTINGS_3)) *answer = &settings_3;
    else if (IsEqualGUID(wanted, &SETTINGS_4)) *answer = &settings_4;
    return *answer ? S_OK : E_NOINTERFACE;
}

static ULONG __stdcall count(Object *self) { (void)self; return 2; }
METHOD ids(Object *self, ULONG *number, GUID **list) { (void)self; *number = 0; *list = NULL; return S_OK; }
METHOD name(Object *self, Text *text) { (void)self; *text = NULL; return S_OK; }
METHOD trust(Object *self, int *level) { (void)self; *level = 0; return S_OK; }
METHOD number(Object *self, UINT *value) { (void)self; *value = 1; return S_OK; }
METHOD yes(Object *self, BYTE *value) { (void)self; *value = 1; return S_OK; }
METHOD size(Object *self, float *value) { (void)self; value[0] = value[1] = 16; return S_OK; }
METHOD text_scale(Object *self, double *value) { (void)self; *value = 1.0; return S_OK; }
METHOD add_event(Object *self, void *handler, INT64 *token) { (void)self; (void)handler; *token = 1; return S_OK; }
METHOD remove_event(Object *self, INT64 token) { (void)self; (void)token; return S_OK; }

METHOD element_colour(Object *self, int element, Colour *colour)
{
    static const Colour black = {255, 0, 0, 0};
    (void)self; (void)element;
    *colour = black;
    return S_OK;
}

METHOD type_colour(Object *self, int type, Colour *colour)
{
    static const Colour colours[] = {
        {255, 255, 255, 255}, {255, 0, 0, 0}, {255, 0, 45, 95}, {255, 0, 62, 125}, {255, 0, 90, 158},
        {255, 0, 120, 215}, {255, 66, 156, 227}, {255, 118, 185, 237}, {255, 166, 216, 255}, {0, 0, 0, 0},
    };
    (void)self;
    *colour = colours[type < 0 || type > 9 ? 0 : type];
    return S_OK;
}

METHOD activate(Object *self, void **answer) { (void)self; *answer = &settings_1; return S_OK; }

#define COMMON query, count, count, ids, name, trust
static void *table_1[] = {
    COMMON, number, size, size, size, size, number, yes, yes, number, number, number, number, element_colour,
};
static void *table_2[] = {COMMON, text_scale, add_event, remove_event};
static void *table_3[] = {COMMON, type_colour, add_event, remove_event};
static void *table_4[] = {COMMON, yes, add_event, remove_event};
static void *table_factory[] = {COMMON, activate};
static Object settings_1 = {table_1}, settings_2 = {table_2}, settings_3 = {table_3}, settings_4 = {table_4};
static Object factory = {table_factory};

__declspec(dllexport) HRESULT __stdcall DllGetActivationFactory(Text class_name, void **answer)
{
    (void)class_name;
    *answer = &factory;
    return S_OK;
}

__declspec(dllexport) HRESULT __stdcall DllCanUnloadNow(void) { return S_FALSE; }
