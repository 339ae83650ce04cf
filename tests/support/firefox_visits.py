# SPDX-License-Identifier: MIT
"""Visits a report in headless Firefox as a person would, and prints as JSON what was seen.

Usage: python3 firefox_visits.py PAGE.html
Speaks Firefox's Marionette protocol (messages of "LENGTH:JSON" on a loopback port) with Python's
own library only.
"""
import json
import os
import socket
import subprocess
import sys
import tempfile
import time


class Firefox:
    def __init__(self, profile):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open(os.path.join(profile, "user.js"), "w", encoding="ascii") as prefs:
            prefs.write(f'user_pref("marionette.port", {port});\n'
                        'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
                        'user_pref("browser.shell.checkDefaultBrowser", false);\n'
                        'user_pref("network.captive-portal-service.enabled", false);\n')
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--profile", profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.link = self.connect(port)
        self.count = 0
        self.receive()  # who it is
        self.ask("WebDriver:NewSession", {})

    def connect(self, port):
        for _ in range(600):
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=120)
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("firefox ended at once")
                time.sleep(0.1)
        raise SystemExit("firefox does not answer")

    def receive(self):
        length = b""
        while not length.endswith(b":"):
            length += self.read(1)
        return json.loads(self.read(int(length[:-1])))

    def read(self, size):
        data = b""
        while len(data) < size:
            more = self.link.recv(size - len(data))
            if not more:
                raise SystemExit("firefox has gone")
            data += more
        return data

    def ask(self, command, parameters):
        self.count += 1
        text = json.dumps([0, self.count, command, parameters]).encode()
        self.link.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, result = self.receive()
        if error:
            raise SystemExit(f"{command}: {error['message']}")
        return result

    def script(self, text):
        return self.ask("WebDriver:ExecuteScript", {"script": text, "args": []})["value"]

    def find(self, selector):
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return next(iter(found["value"].values()))

    def click(self, selector):
        self.ask("WebDriver:ElementClick", {"id": self.find(selector)})

    def type(self, selector, text):
        self.ask("WebDriver:ElementSendKeys", {"id": self.find(selector), "text": text})

    def hover(self, selector):
        element = {"element-6066-11e4-a52e-4f735466cecf": self.find(selector)}
        self.ask("WebDriver:PerformActions", {"actions": [{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": [{"type": "pointerMove", "duration": 0, "origin": element,
                         "x": 0, "y": 0}]}]})

    def quit(self):
        self.process.kill()
        self.process.wait()


def visit(firefox, page):
    firefox.ask("WebDriver:Navigate", {"url": "file://" + os.path.abspath(page)})
    seen = {"scripted": firefox.script(
        "return document.documentElement.classList.contains('scripted')")}
    firefox.script("window.wrong = 0; window.addEventListener('error', () => { window.wrong += 1; });"
                   "document.querySelector('input[value=IoT]').scrollIntoView({block: 'center'})")
    firefox.click("label:has(input[value=IoT]), input[value=IoT]"
                  if firefox.script("return CSS.supports('selector(:has(a))')")
                  else "input[value=IoT]")
    seen["dom"] = firefox.script("return document.documentElement.outerHTML")
    seen["hash"] = firefox.script("return location.hash")
    firefox.type("#place-name", "29343")
    firefox.click("#find button")
    seen["looked_up"] = firefox.script("return document.querySelector('#place h3').textContent")
    firefox.type("#map", "\ue012")  # the left arrow
    seen["after_arrow"] = firefox.script("return document.querySelector('#place h3').textContent")
    firefox.hover("#map path.m.g0")
    seen["tip"] = firefox.script("return document.getElementById('tip').textContent")
    for _ in range(2):
        firefox.click("#prefectures thead th:nth-child(2) button")
    seen["sorted"] = firefox.script(
        "return document.querySelector('#prefectures thead th:nth-child(2)')"
        ".getAttribute('aria-sort')")
    seen["errors"] = firefox.script("return window.wrong")
    return seen


def main(page):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        firefox = Firefox(profile)
        try:
            print(json.dumps(visit(firefox, page)))
        finally:
            firefox.quit()


if __name__ == "__main__":
    main(sys.argv[1])
