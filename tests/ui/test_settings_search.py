import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.offers import offer_terms
from kioskifly_desktop.core.settings import get_preference, shop_profile
from kioskifly_desktop.ui.sessions.words import BLIND_PREFERENCE, NO
from kioskifly_desktop.ui.settings.finder import SYNONYMS, find
from kioskifly_desktop.ui.settings.search_box import Mark
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.widgets.field import Field

FOUND = {
    "ticketera": "Impresora",
    "letra grande": "Apariencia",
    "oscuro": "Apariencia",
    "OSCÚRO": "Apariencia",
    "copia": "Copias",
    "pendrive": "Copias",
    "límite": "Plan",
    "limite": "Plan",
    "cuit": "Negocio",
    "pitido": "Apariencia",
    "alias": "Negocio",
    "prefijo": "Lector",
    "a ciegas": "Cajas",
    "alquiler": "Cajas",
    "escaner": "Lector",
    "backup": "Copias",
    "usuario": "Personas",
    "olvidé": "Personas",
    "recuperar clave": "Personas",
    "rescate": "Personas",
    "tarjeta": "Medios de pago",
    "quién hizo": "Actividad",
    "margen": "Kiosk-IA",
    "cobrar en efectivo": "Teclas",
}


@pytest.fixture
def page(shop, toasts, window, qtbot):
    result = SettingsPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    window.activateWindow()
    return result


class Ears:
    """Devices that only hear."""

    def __init__(self, heard):
        self._heard = heard

    def play(self, sound):
        self._heard.append(sound)
        return True


def offered(page):
    items = page.search.results.list
    return [items.item(n).data(Qt.ItemDataRole.UserRole) for n in range(items.count())]


def look_for(page, text):
    page.search.setText(text)
    page.search.search()
    return offered(page)


@pytest.mark.parametrize("text", FOUND)
def test_a_setting_is_found_by_its_name_its_hint_or_what_others_call_it(page, text):
    assert FOUND[text] in [setting.section for setting in look_for(page, text)[:3]]


def test_enter_shows_the_section_gives_the_setting_the_focus_and_marks_it(page, qtbot):
    page.focus_main()
    QTest.keyClicks(page.search, "tamano del texto")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.look.findChildren(Mark)))
    assert page.stack.currentWidget() is page.look
    assert page.sections.findChildren(type(page.look.hear_button))  # still listed
    assert page.search.text() == ""
    assert not page.search.results.isVisible()
    (mark,) = page.look.findChildren(Mark)
    assert mark.geometry().contains(page.look.text.geometry()) or mark.isVisible()
    qtbot.waitUntil(lambda: not page.look.findChildren(Mark), timeout=6000)


def test_a_click_takes_what_is_clicked_and_the_arrows_choose(page, qtbot):
    found = look_for(page, "copia")
    assert len(found) > 1
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.search.results.chosen() == found[1]
    items = page.search.results.list
    place = items.visualItemRect(items.item(0)).center()
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.backups)


def test_a_setting_far_below_is_scrolled_into_sight(page, qtbot):
    page.parentWidget().resize(900, 420)
    page.resize(900, 420)
    setting = next(s for s in look_for(page, "restaurar") if s.section == "Copias")
    page.show_found(setting)
    qtbot.waitUntil(lambda: not setting.target.visibleRegion().isEmpty())


def test_words_that_nothing_has_say_so_and_esc_takes_them_back(page):
    assert look_for(page, "zzzz") == []
    assert page.search.results.none.text() == ("Ningún ajuste con «zzzz». Probá con otra palabra.")
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert not page.search.results.isVisible()


def test_a_new_widget_is_found_without_listing_it_anywhere(page):
    page.look.hear_button.setProperty(SYNONYMS, "trompeta")
    assert [setting.name for setting in look_for(page, "trompeta")] == ["Escuchar"]


def test_what_is_hidden_from_a_person_is_not_found(page, shop, cashier):
    assert any(setting.name == "Agregar impresora" for setting in look_for(page, "agregar"))
    shop.switch_user(cashier)
    page.search.clear()
    page.search.search()
    assert all(setting.name != "Agregar impresora" for setting in look_for(page, "agregar"))


def test_every_setting_found_by_its_own_name_comes_first(page):
    settings = page._settings()
    assert len(settings) > 60
    for setting in settings:
        assert setting.name in [found.name for found in find(settings, setting.name)], setting


def test_opening_makes_only_the_section_that_is_shown(page):
    assert page.stack.count() == 1


def test_the_sounds_are_kept_and_nobody_hears_what_was_turned_off(page, shop, front):
    heard: list[object] = []
    shop.devices = Ears(heard)
    page.look.sounds.choose(page.look.sounds._options[2][0])
    assert shop.read(get_preference, "sounds", "") == "off"
    page.on_scan("7790895000997")
    assert heard == []
    page.look.sounds.choose(page.look.sounds._options[1][0])
    page.on_scan("7790895000997")
    assert [str(sound) for sound in heard] == ["unknown", "unknown"]
    assert QApplication.instance() is not None


def test_what_differs_from_the_usual_goes_back_with_one_button_and_is_kept(page, shop):
    section = page.cash
    (usual,) = section.findChildren(Usual)
    assert usual.isHidden()
    section.blind.setChecked(True)
    assert not usual.isHidden()
    usual.click()
    assert usual.isHidden()
    assert shop.read(get_preference, BLIND_PREFERENCE, "") == NO


def test_rules_and_the_shops_data_are_kept_when_the_field_is_left(page, shop, toasts):
    page.show_section(page.profile)
    line = page.profile.form.line("address")
    line.setFocus()
    QTest.keyClicks(line, "Av. Colon 100")
    page.focus_main()
    assert shop.read(shop_profile).address == "Av. Colon 100"
    toasts.dismiss()
    page.show_section(page.bot)
    days = page.bot.fields["valid_days"].editor
    days.setFocus()
    days.selectAll()
    QTest.keyClicks(days, "9")
    page.focus_main()
    assert shop.read(offer_terms).valid_days == 9
    toasts.dismiss()
    days.editingFinished.emit()
    assert toasts.toast is None, "nothing changed"
    usual = next(each for each in page.bot.findChildren(Usual) if not each.isHidden())
    usual.click()
    assert shop.read(offer_terms).valid_days == 7


def test_every_input_of_a_section_says_something_of_itself(page):
    quiet = []
    for place in ("profile", "scanner", "bot", "cash", "means", "look", "backups"):
        section = getattr(page, place)
        fields = [each for each in section.findChildren(Field) if each.isVisibleTo(section)]
        quiet += [
            (place, each.caption.text())
            for each in fields
            if not each.message.text() and place not in {"means", "backups"}
        ]
    assert quiet == []
