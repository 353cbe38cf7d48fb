"""The icon of each kind of register."""

from kioskifly_desktop.core.registers import RegisterKind

KIND_ICONS = {
    RegisterKind.DRAWER: "banknote",
    RegisterKind.BANK: "landmark",
    RegisterKind.E_WALLET: "smartphone",
}
