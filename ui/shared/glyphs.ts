// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Bootstrap Icons, only the glyphs that are drawn, each taken from the package at build time.
import alarmFill from 'bootstrap-icons/icons/alarm-fill.svg?raw';
import arrowCounterclockwise from 'bootstrap-icons/icons/arrow-counterclockwise.svg?raw';
import arrowLeft from 'bootstrap-icons/icons/arrow-left.svg?raw';
import arrowRepeat from 'bootstrap-icons/icons/arrow-repeat.svg?raw';
import arrowRight from 'bootstrap-icons/icons/arrow-right.svg?raw';
import arrowRightCircleFill from 'bootstrap-icons/icons/arrow-right-circle-fill.svg?raw';
import arrowUpRightCircleFill from 'bootstrap-icons/icons/arrow-up-right-circle-fill.svg?raw';
import backspace from 'bootstrap-icons/icons/backspace.svg?raw';
import backspaceFill from 'bootstrap-icons/icons/backspace-fill.svg?raw';
import bank from 'bootstrap-icons/icons/bank.svg?raw';
import bellFill from 'bootstrap-icons/icons/bell-fill.svg?raw';
import boxArrowInRight from 'bootstrap-icons/icons/box-arrow-in-right.svg?raw';
import boxArrowRight from 'bootstrap-icons/icons/box-arrow-right.svg?raw';
import briefcaseFill from 'bootstrap-icons/icons/briefcase-fill.svg?raw';
import building from 'bootstrap-icons/icons/building.svg?raw';
import buildingFill from 'bootstrap-icons/icons/building-fill.svg?raw';
import calendarCheckFill from 'bootstrap-icons/icons/calendar-check-fill.svg?raw';
import calendarEventFill from 'bootstrap-icons/icons/calendar-event-fill.svg?raw';
import calendarPlusFill from 'bootstrap-icons/icons/calendar-plus-fill.svg?raw';
import calendarXFill from 'bootstrap-icons/icons/calendar-x-fill.svg?raw';
import calendar3 from 'bootstrap-icons/icons/calendar3.svg?raw';
import cameraVideoFill from 'bootstrap-icons/icons/camera-video-fill.svg?raw';
import cameraVideoOffFill from 'bootstrap-icons/icons/camera-video-off-fill.svg?raw';
import cardList from 'bootstrap-icons/icons/card-list.svg?raw';
import chatLeftTextFill from 'bootstrap-icons/icons/chat-left-text-fill.svg?raw';
import checkCircleFill from 'bootstrap-icons/icons/check-circle-fill.svg?raw';
import checkLg from 'bootstrap-icons/icons/check-lg.svg?raw';
import check2All from 'bootstrap-icons/icons/check2-all.svg?raw';
import circle from 'bootstrap-icons/icons/circle.svg?raw';
import circleFill from 'bootstrap-icons/icons/circle-fill.svg?raw';
import circleHalf from 'bootstrap-icons/icons/circle-half.svg?raw';
import clipboardCheckFill from 'bootstrap-icons/icons/clipboard-check-fill.svg?raw';
import clockFill from 'bootstrap-icons/icons/clock-fill.svg?raw';
import dashLg from 'bootstrap-icons/icons/dash-lg.svg?raw';
import doorClosedFill from 'bootstrap-icons/icons/door-closed-fill.svg?raw';
import doorOpenFill from 'bootstrap-icons/icons/door-open-fill.svg?raw';
import exclamationLg from 'bootstrap-icons/icons/exclamation-lg.svg?raw';
import exclamationOctagonFill from 'bootstrap-icons/icons/exclamation-octagon-fill.svg?raw';
import exclamationTriangleFill from 'bootstrap-icons/icons/exclamation-triangle-fill.svg?raw';
import eyeFill from 'bootstrap-icons/icons/eye-fill.svg?raw';
import eyeSlashFill from 'bootstrap-icons/icons/eye-slash-fill.svg?raw';
import fileEarmarkTextFill from 'bootstrap-icons/icons/file-earmark-text-fill.svg?raw';
import folderFill from 'bootstrap-icons/icons/folder-fill.svg?raw';
import geoAltFill from 'bootstrap-icons/icons/geo-alt-fill.svg?raw';
import globe2 from 'bootstrap-icons/icons/globe2.svg?raw';
import hddFill from 'bootstrap-icons/icons/hdd-fill.svg?raw';
import hourglassSplit from 'bootstrap-icons/icons/hourglass-split.svg?raw';
import hourglassTop from 'bootstrap-icons/icons/hourglass-top.svg?raw';
import infoCircleFill from 'bootstrap-icons/icons/info-circle-fill.svg?raw';
import journalText from 'bootstrap-icons/icons/journal-text.svg?raw';
import keyFill from 'bootstrap-icons/icons/key-fill.svg?raw';
import keyboardFill from 'bootstrap-icons/icons/keyboard-fill.svg?raw';
import list from 'bootstrap-icons/icons/list.svg?raw';
import lockFill from 'bootstrap-icons/icons/lock-fill.svg?raw';
import moonFill from 'bootstrap-icons/icons/moon-fill.svg?raw';
import mortarboardFill from 'bootstrap-icons/icons/mortarboard-fill.svg?raw';
import patchCheckFill from 'bootstrap-icons/icons/patch-check-fill.svg?raw';
import pencilFill from 'bootstrap-icons/icons/pencil-fill.svg?raw';
import pinFill from 'bootstrap-icons/icons/pin-fill.svg?raw';
import peopleFill from 'bootstrap-icons/icons/people-fill.svg?raw';
import personBadgeFill from 'bootstrap-icons/icons/person-badge-fill.svg?raw';
import personCheckFill from 'bootstrap-icons/icons/person-check-fill.svg?raw';
import personFill from 'bootstrap-icons/icons/person-fill.svg?raw';
import personFillSlash from 'bootstrap-icons/icons/person-fill-slash.svg?raw';
import personPlusFill from 'bootstrap-icons/icons/person-plus-fill.svg?raw';
import personRaisedHand from 'bootstrap-icons/icons/person-raised-hand.svg?raw';
import personStanding from 'bootstrap-icons/icons/person-standing.svg?raw';
import personVcardFill from 'bootstrap-icons/icons/person-vcard-fill.svg?raw';
import phoneLandscapeFill from 'bootstrap-icons/icons/phone-landscape-fill.svg?raw';
import plusLg from 'bootstrap-icons/icons/plus-lg.svg?raw';
import power from 'bootstrap-icons/icons/power.svg?raw';
import printerFill from 'bootstrap-icons/icons/printer-fill.svg?raw';
import sendFill from 'bootstrap-icons/icons/send-fill.svg?raw';
import qrCodeScan from 'bootstrap-icons/icons/qr-code-scan.svg?raw';
import questionLg from 'bootstrap-icons/icons/question-lg.svg?raw';
import recordCircleFill from 'bootstrap-icons/icons/record-circle-fill.svg?raw';
import rulers from 'bootstrap-icons/icons/rulers.svg?raw';
import search from 'bootstrap-icons/icons/search.svg?raw';
import shieldLockFill from 'bootstrap-icons/icons/shield-lock-fill.svg?raw';
import shift from 'bootstrap-icons/icons/shift.svg?raw';
import shiftFill from 'bootstrap-icons/icons/shift-fill.svg?raw';
import shopWindow from 'bootstrap-icons/icons/shop-window.svg?raw';
import signpostSplitFill from 'bootstrap-icons/icons/signpost-split-fill.svg?raw';
import telephoneFill from 'bootstrap-icons/icons/telephone-fill.svg?raw';
import threeDots from 'bootstrap-icons/icons/three-dots.svg?raw';
import ticketPerforatedFill from 'bootstrap-icons/icons/ticket-perforated-fill.svg?raw';
import translate from 'bootstrap-icons/icons/translate.svg?raw';
import trashFill from 'bootstrap-icons/icons/trash-fill.svg?raw';
import truck from 'bootstrap-icons/icons/truck.svg?raw';
import universalAccess from 'bootstrap-icons/icons/universal-access.svg?raw';
import unlockFill from 'bootstrap-icons/icons/unlock-fill.svg?raw';
import upcScan from 'bootstrap-icons/icons/upc-scan.svg?raw';
import volumeMuteFill from 'bootstrap-icons/icons/volume-mute-fill.svg?raw';
import volumeUpFill from 'bootstrap-icons/icons/volume-up-fill.svg?raw';
import wifiOff from 'bootstrap-icons/icons/wifi-off.svg?raw';
import xCircleFill from 'bootstrap-icons/icons/x-circle-fill.svg?raw';
import xLg from 'bootstrap-icons/icons/x-lg.svg?raw';

const raw = {
  'alarm-fill': alarmFill,
  'arrow-counterclockwise': arrowCounterclockwise,
  'arrow-left': arrowLeft,
  'arrow-repeat': arrowRepeat,
  'arrow-right': arrowRight,
  'arrow-right-circle-fill': arrowRightCircleFill,
  'arrow-up-right-circle-fill': arrowUpRightCircleFill,
  'backspace': backspace,
  'backspace-fill': backspaceFill,
  'bank': bank,
  'bell-fill': bellFill,
  'box-arrow-in-right': boxArrowInRight,
  'box-arrow-right': boxArrowRight,
  'briefcase-fill': briefcaseFill,
  'building': building,
  'building-fill': buildingFill,
  'calendar-check-fill': calendarCheckFill,
  'calendar-event-fill': calendarEventFill,
  'calendar-plus-fill': calendarPlusFill,
  'calendar-x-fill': calendarXFill,
  'calendar3': calendar3,
  'camera-video-fill': cameraVideoFill,
  'camera-video-off-fill': cameraVideoOffFill,
  'card-list': cardList,
  'chat-left-text-fill': chatLeftTextFill,
  'check-circle-fill': checkCircleFill,
  'check-lg': checkLg,
  'check2-all': check2All,
  'circle': circle,
  'circle-fill': circleFill,
  'circle-half': circleHalf,
  'clipboard-check-fill': clipboardCheckFill,
  'clock-fill': clockFill,
  'dash-lg': dashLg,
  'door-closed-fill': doorClosedFill,
  'door-open-fill': doorOpenFill,
  'exclamation-lg': exclamationLg,
  'exclamation-octagon-fill': exclamationOctagonFill,
  'exclamation-triangle-fill': exclamationTriangleFill,
  'eye-fill': eyeFill,
  'eye-slash-fill': eyeSlashFill,
  'file-earmark-text-fill': fileEarmarkTextFill,
  'folder-fill': folderFill,
  'geo-alt-fill': geoAltFill,
  'globe2': globe2,
  'hdd-fill': hddFill,
  'hourglass-split': hourglassSplit,
  'hourglass-top': hourglassTop,
  'info-circle-fill': infoCircleFill,
  'journal-text': journalText,
  'key-fill': keyFill,
  'keyboard-fill': keyboardFill,
  'list': list,
  'lock-fill': lockFill,
  'moon-fill': moonFill,
  'mortarboard-fill': mortarboardFill,
  'patch-check-fill': patchCheckFill,
  'pencil-fill': pencilFill,
  'pin-fill': pinFill,
  'people-fill': peopleFill,
  'person-badge-fill': personBadgeFill,
  'person-check-fill': personCheckFill,
  'person-fill': personFill,
  'person-fill-slash': personFillSlash,
  'person-plus-fill': personPlusFill,
  'person-raised-hand': personRaisedHand,
  'person-standing': personStanding,
  'person-vcard-fill': personVcardFill,
  'phone-landscape-fill': phoneLandscapeFill,
  'plus-lg': plusLg,
  'power': power,
  'printer-fill': printerFill,
  'send-fill': sendFill,
  'qr-code-scan': qrCodeScan,
  'question-lg': questionLg,
  'record-circle-fill': recordCircleFill,
  'rulers': rulers,
  'search': search,
  'shield-lock-fill': shieldLockFill,
  'shift': shift,
  'shift-fill': shiftFill,
  'shop-window': shopWindow,
  'signpost-split-fill': signpostSplitFill,
  'telephone-fill': telephoneFill,
  'three-dots': threeDots,
  'ticket-perforated-fill': ticketPerforatedFill,
  'translate': translate,
  'trash-fill': trashFill,
  'truck': truck,
  'universal-access': universalAccess,
  'unlock-fill': unlockFill,
  'upc-scan': upcScan,
  'volume-mute-fill': volumeMuteFill,
  'volume-up-fill': volumeUpFill,
  'wifi-off': wifiOff,
  'x-circle-fill': xCircleFill,
  'x-lg': xLg,
};

/** The name of a glyph, as in Bootstrap Icons. */
export type Glyph = keyof typeof raw;

/** What stands inside the `<svg>` of a glyph; its box is 16 by 16. */
const inside = (svg: string): string => svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));

export const glyphs = Object.fromEntries(Object.entries(raw).map(([name, svg]) => [name, inside(svg)])) as Record<Glyph, string>;
