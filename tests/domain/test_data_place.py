from pathlib import Path

import pytest

from tthc_desktop.data_place import Drive, Place, drive_of, mounted_drive, place_of, warning_of

LOCAL = r"D:\Văn thư\AppData\Local\TTHCDesktop\du-lieu.tthc"
MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
//may-chu/chung /chung cifs rw 0 0
may-chu:/nha /nha\\040chung nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "drive", "place"),
    [
        (LOCAL, Drive.FIXED, Place.OWN),
        (LOCAL, Drive.UNKNOWN, Place.OWN),
        (LOCAL, Drive.NETWORK, Place.NETWORK),
        (r"\\may-chu\chung\du-lieu.tthc", Drive.UNKNOWN, Place.NETWORK),
        (r"\\?\UNC\may-chu\chung\du-lieu.tthc", Drive.UNKNOWN, Place.NETWORK),
        (r"\\?\C:\TTHC\du-lieu.tthc", Drive.FIXED, Place.OWN),
        (r"Z:\du-lieu.tthc", Drive.NETWORK, Place.NETWORK),
        (r"E:\du-lieu.tthc", Drive.REMOVABLE, Place.REMOVABLE),
        (r"D:\Văn thư\OneDrive\du-lieu.tthc", Drive.FIXED, Place.CLOUD),
        (r"D:\Văn thư\OneDrive - Sở Nội vụ\TTHC\du-lieu.tthc", Drive.FIXED, Place.CLOUD),
        (r"D:\Google Drive\du-lieu.tthc", Drive.FIXED, Place.CLOUD),
        (r"G:\Drive của tôi\du-lieu.tthc", Drive.FIXED, Place.CLOUD),
        (r"D:\Văn thư\Dropbox (Cơ quan)\du-lieu.tthc", Drive.FIXED, Place.CLOUD),
        (r"D:\Văn thư\Documents\box thư\du-lieu.tthc", Drive.FIXED, Place.OWN),
        (r"C:\TTHC\onedrive.tthc", Drive.FIXED, Place.OWN),
        ("/var/lib/tthc/du-lieu.tthc", Drive.FIXED, Place.OWN),
    ],
)
def test_a_place_is_known_by_path_and_drive(path: str, drive: Drive, place: Place) -> None:
    assert place_of(path, drive) is place


def test_only_a_place_of_ones_own_has_no_warning() -> None:
    for place in Place:
        assert bool(warning_of(place)) is (place is not Place.OWN)


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/var/du-lieu.tthc", Drive.FIXED),
        ("/chung/so/du-lieu.tthc", Drive.NETWORK),
        ("/chung-khac/du-lieu.tthc", Drive.FIXED),
        ("/nha chung/du-lieu.tthc", Drive.NETWORK),
    ],
)
def test_the_table_of_mounts_names_the_drive(path: str, drive: Drive) -> None:
    assert mounted_drive(Path(path), MOUNTS) is drive
    assert mounted_drive(Path(path), "") is Drive.UNKNOWN


def test_the_system_can_be_asked(tmp_path: Path) -> None:
    assert drive_of(tmp_path) in Drive
