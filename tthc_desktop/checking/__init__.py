"""Layout rules of Nghị định 30/2020/NĐ-CP, tested on any Word file."""
