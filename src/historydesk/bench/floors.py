"""The floors: the least a PySide6 program can be, showing the same chapter. Run as a script in a fresh process.

``bare``: a QMainWindow with a QTextBrowser. ``orm``: the same after importing ``sqlalchemy.orm`` and running one query.
Prints the monotonic time (s) at which the first paint was complete; with ``stay`` it then waits to be ended.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Show the file ``argv[2]`` as the kind of floor that ``argv[1]`` names."""
    kind, page, stay = sys.argv[1], sys.argv[2], "stay" in sys.argv[3:]
    if kind == "orm":
        import sqlalchemy
        import sqlalchemy.orm

        engine = sqlalchemy.create_engine("sqlite://")
        with sqlalchemy.orm.Session(engine) as session:
            session.execute(sqlalchemy.text("select 1")).all()
    import time

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

    class Browser(QTextBrowser):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            QTimer.singleShot(0, report)

    told: list[float] = []

    def report() -> None:
        if not told:
            told.append(time.monotonic())
            print(told[0], flush=True)
            if not stay:
                application.quit()

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    browser = Browser()
    browser.setHtml(Path(page).read_text(encoding="utf-8"))
    window.setCentralWidget(browser)
    window.resize(1366, 768)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
