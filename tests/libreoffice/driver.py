"""Drives a running LibreOffice over UNO, one JSON request a line. Run by the Python that has `uno`.

python3 driver.py PIPE PATH...      the paths on which this Python finds jxbook
"""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

sys.path += sys.argv[2:]
SCRIPT = "vnd.sun.star.script:jxbook_functions.py${}?language=Python&location=user"


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


class Office:
    def __init__(self, context):
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.document = None

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path, hidden=False):
        self.close()
        self.document = self.desktop.loadComponentFromURL(
            Path(path).as_uri() if path else "private:factory/scalc", "_blank", 0, properties(Hidden=hidden)
        )
        self.document.CurrentController.Frame.activate()  # as a click into its window does

    def close(self):
        if self.document is not None:
            self.document.close(True)
        self.document = None

    def save(self, path):
        self.document.storeToURL(Path(path).as_uri(), properties(FilterName="Calc MS Excel 2007 XML"))

    def sheet(self, name):
        return self.document.Sheets.getByName(name) if name else self.document.Sheets.getByIndex(0)

    def cell(self, sheet, address):
        """What a cell holds: a number, a text, or an error as {"error": its number}."""
        cell = self.sheet(sheet).getCellRangeByName(address)
        if cell.getError():
            return {"error": cell.getError(), "shown": cell.getString()}
        return cell.getDataArray()[0][0]

    def errors(self):
        """Every formula cell of the document that shows an error."""
        found = [sheet.queryFormulaCells(4).RangeAddressesAsString for sheet in self.document.Sheets]
        return [text for text in found if text]

    def cells(self, sheet, addresses):
        return {address: self.cell(sheet, address) for address in addresses}

    def put(self, sheet, address, value):
        cell = self.sheet(sheet).getCellRangeByName(address)
        if isinstance(value, str):
            cell.setString(value)
        else:
            cell.setValue(value)

    def put_in_turn(self, sheet, address, texts):
        """Each of these texts typed into a cell, and what hangs on it computed."""
        cell = self.sheet(sheet).getCellRangeByName(address)
        for text in texts:
            cell.setString(text)
            self.document.calculate()

    def compute_all(self, times):
        for _ in range(times):
            self.document.calculateAll()

    def formula(self, sheet, address, formula):
        self.sheet(sheet).getCellRangeByName(address).setFormula(formula)
        return self.cell(sheet, address)

    def insert_row(self, sheet, row):
        """A row put in above this one, the sheet's protection taken off before."""
        self.sheet(sheet).unprotect("")
        self.sheet(sheet).getRows().insertByIndex(row - 1, 1)

    def delete_row(self, sheet, row):
        self.sheet(sheet).unprotect("")
        self.sheet(sheet).getRows().removeByIndex(row - 1, 1)

    def drag(self, sheet, area):
        """The first row of an area filled down, as its corner dragged."""
        from com.sun.star.sheet.FillDirection import TO_BOTTOM

        self.sheet(sheet).unprotect("")
        self.sheet(sheet).getCellRangeByName(area).fillAuto(TO_BOTTOM, 1)

    def move(self, sheet, area, to):
        """Cells cut out and put in elsewhere."""
        self.sheet(sheet).unprotect("")
        own = self.sheet(sheet)
        target = own.getCellRangeByName(to).getCellAddress()
        own.moveRange(target, own.getCellRangeByName(area).getRangeAddress())

    def sort(self, sheet, area, column, ascending):
        """The rows of an area by one of its columns, numbered from 0."""
        from com.sun.star.table import TableSortField

        self.sheet(sheet).unprotect("")
        by = TableSortField()
        by.Field, by.IsAscending = column, ascending
        fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
        options = properties(ContainsHeader=False, IsSortColumns=False)
        sorting = PropertyValue("SortFields", 0, fields, 0)
        self.sheet(sheet).getCellRangeByName(area).sort((*options, sorting))

    def filter(self, sheet, area, column, text):
        """Only the rows of an area shown that hold this text in one of its columns, numbered from 0."""
        from com.sun.star.sheet import TableFilterField
        from com.sun.star.sheet.FilterOperator import EQUAL

        self.sheet(sheet).unprotect("")
        cells = self.sheet(sheet).getCellRangeByName(area)
        wanted = TableFilterField()
        wanted.Field, wanted.Operator, wanted.StringValue = column, EQUAL, text
        descriptor = cells.createFilterDescriptor(True)
        descriptor.ContainsHeader = False
        descriptor.setFilterFields((wanted,))
        cells.filter(descriptor)

    def is_visible(self, sheet, row):
        return self.sheet(sheet).getRows().getByIndex(row - 1).IsVisible

    def rows(self, sheet, area):
        return self.sheet(sheet).getCellRangeByName(area).getDataArray()

    def contents(self):
        """What was typed into every sheet, and every formula: name → rows."""
        found = {}
        for sheet in self.document.Sheets:
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(True)
            found[sheet.getName()] = cursor.getFormulaArray()
        return found

    def links(self, sheet, addresses):
        found = {}
        for address in addresses:
            fields = self.sheet(sheet).getCellRangeByName(address).getTextFields()
            found[address] = [fields.getByIndex(number).URL for number in range(fields.getCount())]
        return found

    def sheets(self):
        return self.document.Sheets.getElementNames()

    def rename(self, sheet, name):
        self.sheet(sheet).setName(name)

    def protect(self, sheet, password):
        self.sheet(sheet).unprotect("")
        self.sheet(sheet).protect(password)

    def protected(self, sheet):
        return self.sheet(sheet).isProtected()

    def undo(self):
        self.document.getUndoManager().undo()

    def run(self, function):
        """A function of our script, as the menu runs it."""
        script = self.document.getScriptProvider().getScript(SCRIPT.format(function))
        return script.invoke((), (), ())[0]

    def choose(self, url):
        """What a click on a menu entry does."""
        dispatcher = self.service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(self.document.CurrentController.Frame, url, "_self", 0, ())

    def grid(self):
        """The document by the adapter, a list for each sheet: name, place → value and format, merges."""
        from jxbook.libreoffice.document import read_grid

        return [
            [
                sheet.name,
                {str(at): [repr(cell.value), cell.number_format] for at, cell in sheet.cells.items()},
                repr(sheet.merges),
            ]
            for sheet in read_grid(self.document).sheets
        ]

    def form(self):
        from jxbook.libreoffice.document import read_grid
        from jxbook.recognition import recognise

        return repr(recognise(read_grid(self.document), "自评表.xlsx"))

    def menu(self):
        """Our menu as the configuration holds it: its title, its context, its entries."""
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        path = "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar"
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", properties(nodepath=path)
        )
        menu = access.getByName("cn.jxbook.menu")
        entries = [menu.Submenu.getByName(name) for name in menu.Submenu.getElementNames()]
        return menu.Title, menu.Context, {entry.Title: entry.URL for entry in entries}

    def menu_bar(self):
        """The titles of the menus that a document's window shows."""
        manager = self.document.CurrentController.Frame.LayoutManager
        bar = manager.getElement("private:resource/menubar/menubar").XMenuBar
        return [bar.getItemText(bar.getItemId(place)) for place in range(bar.getItemCount())]

    def setting(self, path, name):
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", properties(nodepath=path)
        )
        return access.getByName(name)

    def modules(self):
        """The user's own Basic modules in the library Standard."""
        libraries = self.service("com.sun.star.script.ApplicationScriptLibraryContainer")
        libraries.loadLibrary("Standard")
        return libraries.getByName("Standard").getElementNames()

    def quit(self):
        self.close()
        with suppress(DisposedException):  # on a busy machine LibreOffice is gone before it has answered
            self.desktop.terminate()


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def main():
    office = Office(connect(sys.argv[1]))
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = {"answer": getattr(office, name)(*arguments)}
        except Exception as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
        if name == "quit":
            break


main()
