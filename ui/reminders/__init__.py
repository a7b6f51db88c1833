"""The Văn phòng's letters: công văn đôn đốc and the note for Lãnh đạo Sở."""
